"use client";

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { RemovableChip } from "@/components/ui/chip";
import { useFieldError } from "@/components/ui/field-context";
import type { SearchSource } from "@/db/schema/shapes";
import { BoardInput } from "./board-input";

export interface SourceOption {
  id: string;
  name: string;
  scope: "companies" | "market";
  /** Why a run would not ask it now. */
  offReason?: string;
}

/** Markets to check and company boards to add by their careers address. */
export function SourcePicker({
  options,
  chosen,
  onChange,
}: {
  options: SourceOption[];
  chosen: SearchSource[];
  onChange: (sources: SearchSource[]) => void;
}) {
  const error = useFieldError("sources");
  const markets = options.filter(({ scope }) => scope === "market");
  const nameOf = (id: string) => options.find((option) => option.id === id)?.name ?? id;
  const boards = chosen.flatMap(({ sourceId, boards: tokens }) => tokens.map((board) => ({ sourceId, board })));
  const isChosen = (id: string) => chosen.some(({ sourceId }) => sourceId === id);

  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, { sourceId: id, boards: [] }] : chosen.filter(({ sourceId }) => sourceId !== id));
  const addBoard = (sourceId: string, board: string) => {
    const others = chosen.filter((source) => source.sourceId !== sourceId);
    const before = chosen.find((source) => source.sourceId === sourceId)?.boards ?? [];
    onChange([...others, { sourceId, boards: [...new Set([...before, board])] }]);
  };
  const removeBoard = (sourceId: string, board: string) =>
    onChange(
      chosen
        .map((source) =>
          source.sourceId === sourceId
            ? { ...source, boards: source.boards.filter((other) => other !== board) }
            : source,
        )
        .filter((source) => source.sourceId !== sourceId || source.boards.length > 0),
    );

  return (
    <Card>
      <CardHeader>
        <CardTitle>Where to look</CardTitle>
        <CardDescription>
          A source that is off is skipped and says so.{" "}
          <Link
            href="/settings/sources"
            className="text-accent-text underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
          >
            Source settings
          </Link>
        </CardDescription>
      </CardHeader>
      <CardContent className="space-y-5">
        <fieldset className="space-y-2">
          <legend className="mb-2 font-medium text-sm">Job markets</legend>
          <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
            {markets.map(({ id, name, offReason }) => (
              // biome-ignore lint/a11y/noLabelWithoutControl: Checkbox renders the input
              <label key={id} className="flex min-w-0 cursor-pointer items-center gap-2" title={offReason}>
                <Checkbox checked={isChosen(id)} onCheckedChange={(isOn) => toggle(id, isOn)} />
                <span className="min-w-0 truncate">{name}</span>
                {offReason && <Badge tone="neutral">off</Badge>}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="space-y-2">
          <BoardInput onDetect={addBoard} />
          {boards.length > 0 && (
            <ul className="flex flex-wrap gap-1.5" aria-label="Company boards">
              {boards.map(({ sourceId, board }) => (
                <li key={`${sourceId} ${board}`} className="max-w-full">
                  <RemovableChip
                    label={`${board} on ${nameOf(sourceId)}`}
                    onRemove={() => removeBoard(sourceId, board)}
                  >
                    <span className="text-muted">{nameOf(sourceId)}</span> {board}
                  </RemovableChip>
                </li>
              ))}
            </ul>
          )}
        </div>
        {error && (
          <p role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
      </CardContent>
    </Card>
  );
}
