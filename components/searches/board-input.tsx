"use client";

import { type KeyboardEvent, useState, useTransition } from "react";
import { detectBoardAction } from "@/app/(app)/searches/actions";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Finds the board behind a careers address. */
export function BoardInput({ onDetect }: { onDetect: (sourceId: string, board: string) => void }) {
  const [url, setUrl] = useState("");
  const [error, setError] = useState<string>();
  const [added, setAdded] = useState("");
  const [isBusy, start] = useTransition();
  const detect = () =>
    start(async () => {
      setError(undefined);
      const text = url.trim();
      const result = await detectBoardAction({ url: /^https?:\/\//i.test(text) ? text : `https://${text}` });
      if (!result.ok) return setError(result.error.fields?.url?.[0] ?? result.error.message);
      onDetect(result.data.sourceId, result.data.board);
      setAdded(`Added the ${result.data.sourceName} board ${result.data.board}`);
      setUrl("");
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (url.trim()) detect();
  };
  return (
    <div className="space-y-1.5">
      <Field
        name="boardUrl"
        label="Company boards"
        hint="Paste the address of a careers page on Greenhouse, Lever or Ashby, for example jobs.lever.co/acme."
        error={error}
      >
        <div className="flex gap-2">
          <Input
            type="url"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            onKeyDown={onKeyDown}
            placeholder="https://boards.greenhouse.io/acme"
            autoComplete="off"
            inputMode="url"
          />
          <Button onClick={detect} disabled={isBusy || !url.trim()}>
            {isBusy ? "Looking…" : "Add"}
          </Button>
        </div>
      </Field>
      <span role="status" className="sr-only">
        {added}
      </span>
    </div>
  );
}
