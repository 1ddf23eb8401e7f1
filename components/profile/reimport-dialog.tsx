"use client";

import { FileUp } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import type { ProfileFacts } from "@/db/schema/shapes";
import { diffFacts, FACT_LABELS, type FactChange, type FactField, mergeFacts } from "@/lib/profiles/merge";
import { type CvDraft, CvIntake } from "./cv-intake";

/** Reads a CV again and shows what it would change, part by part, before anything does. */
export function ReimportDialog({
  facts,
  hasCv,
  onTake,
}: {
  facts: ProfileFacts;
  hasCv: boolean;
  onTake: (merged: ProfileFacts, draft: CvDraft) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useState<CvDraft>();
  const [kept, setKept] = useState<readonly FactField[]>([]);
  const changes = draft ? diffFacts(facts, draft.facts) : [];
  const close = (next: boolean) => {
    setIsOpen(next);
    if (!next) setDraft(undefined);
  };
  const take = () => {
    if (!draft) return;
    // Parts that read the same are taken too: their evidence then points into the new text.
    const taken = (Object.keys(FACT_LABELS) as FactField[]).filter((field) => !kept.includes(field));
    onTake(mergeFacts(facts, draft.facts, taken), draft);
    close(false);
  };
  return (
    <Dialog open={isOpen} onOpenChange={close}>
      <DialogTrigger asChild>
        <Button>
          <FileUp aria-hidden /> {hasCv ? "Read a newer CV" : "Import a CV"}
        </Button>
      </DialogTrigger>
      <DialogContent className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>{draft ? "What this CV would change" : "Read a CV"}</DialogTitle>
          <DialogDescription>
            {draft
              ? "Untick what should stay as it is. Skills you added yourself stay in any case. Nothing is saved until you press Save."
              : "You see what would change before anything does."}
          </DialogDescription>
        </DialogHeader>
        {!draft && (
          <CvIntake
            onDraft={(next) => {
              setDraft(next);
              // A part the new CV says nothing about is not a reason to lose it.
              setKept(
                diffFacts(facts, next.facts)
                  .filter(({ added, changed }) => added.length + changed.length === 0)
                  .map(({ field }) => field),
              );
            }}
          />
        )}
        {draft && (
          <>
            {changes.length === 0 ? (
              <p>This CV says the same as your profile. Taking it renews the evidence behind your skills.</p>
            ) : (
              <ul className="divide-y divide-border rounded-md border border-border">
                {changes.map((change) => (
                  <ChangeRow
                    key={change.field}
                    change={change}
                    isTaken={!kept.includes(change.field)}
                    onToggle={(isTaken) =>
                      setKept(isTaken ? kept.filter((field) => field !== change.field) : [...kept, change.field])
                    }
                  />
                ))}
              </ul>
            )}
            <DialogFooter>
              <Button variant="ghost" onClick={() => setDraft(undefined)}>
                Another CV
              </Button>
              <Button variant="primary" onClick={take}>
                {changes.length > 0 && changes.every(({ field }) => kept.includes(field))
                  ? "Take only the evidence"
                  : "Take these changes"}
              </Button>
            </DialogFooter>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}

const SHOWN = 12;
const GROUPS = [
  { id: "added", label: "New", tone: "positive" },
  { id: "changed", label: "Changed", tone: "info" },
  { id: "removed", label: "Gone", tone: "warning" },
] as const;

function ChangeRow({
  change,
  isTaken,
  onToggle,
}: {
  change: FactChange;
  isTaken: boolean;
  onToggle: (isTaken: boolean) => void;
}) {
  return (
    <li className="px-3 py-2.5">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: Checkbox renders the input */}
      <label className="flex cursor-pointer items-center gap-2.5 font-medium">
        <Checkbox checked={isTaken} onCheckedChange={onToggle} />
        {FACT_LABELS[change.field]}
      </label>
      <dl className="mt-1.5 space-y-1 pl-6.5 text-sm">
        {GROUPS.filter(({ id }) => change[id].length > 0).map(({ id, label, tone }) => (
          <div key={id} className="flex items-baseline gap-2">
            <dt>
              <Badge tone={tone}>{label}</Badge>
            </dt>
            <dd className="wrap-anywhere line-clamp-4 min-w-0">
              {change[id].slice(0, SHOWN).join(" · ")}
              {change[id].length > SHOWN && ` and ${change[id].length - SHOWN} more`}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
