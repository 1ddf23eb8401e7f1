"use client";

import { X } from "lucide-react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ProfileSkill, SkillEvidence } from "@/db/schema/shapes";
import { cn } from "@/lib/utils";
import { monthsText, periodText } from "./labels";

const KINDS: Record<SkillEvidence["kind"], string> = {
  role: "Role",
  project: "Project",
  education: "Education",
  list: "Listed",
};
const AROUND = 60;

/** A skill; pressing it shows the lines of the CV it was read from. */
export function SkillChip({
  skill,
  cvText,
  onChange,
  onRemove,
}: {
  skill: ProfileSkill;
  cvText: string;
  onChange: (skill: ProfileSkill) => void;
  onRemove: () => void;
}) {
  const { name, months, evidence, confidence } = skill;
  const isOnlyListed = evidence.length > 0 && evidence.every(({ kind }) => kind === "list");
  return (
    <Popover>
      <span
        className={cn(
          "inline-flex h-7 max-w-full items-center rounded-full border border-border bg-sunken text-sm coarse:h-10",
          confidence < 0.65 && "border-dashed border-control",
        )}
      >
        <PopoverTrigger className="inline-flex h-full min-w-0 items-center gap-1.5 rounded-l-full pr-1 pl-2.5 hover:bg-hover coarse:pl-3.5">
          <span className="truncate">{name}</span>
          {months ? <span className="tabular text-muted text-xs">{monthsText(months)}</span> : null}
          {isOnlyListed && <span className="text-muted text-xs">listed</span>}
        </PopoverTrigger>
        <button
          type="button"
          aria-label={`Remove ${name}`}
          onClick={onRemove}
          className="touch-target mr-1 grid size-5 shrink-0 place-items-center rounded-full text-muted hover:bg-hover hover:text-text coarse:mr-1.5"
        >
          <X aria-hidden className="size-3" />
        </button>
      </span>
      <PopoverContent
        aria-label={`Evidence for ${name}`}
        className="w-80 space-y-3"
        onOpenAutoFocus={(event) => {
          // The field would open the keyboard of a phone over what one came to read.
          event.preventDefault();
          (event.currentTarget as HTMLElement).focus();
        }}
      >
        <p className="font-semibold">{name}</p>
        {evidence.length === 0 ? (
          <p className="text-muted text-sm">You added this skill yourself.</p>
        ) : (
          <ul className="space-y-2.5">
            {evidence.slice(0, 6).map((item) => (
              <li key={`${item.where}${item.span?.start}`} className="text-sm">
                <p className="text-muted text-xs">
                  {KINDS[item.kind]} · {item.where}
                  {item.from && ` · ${periodText({ ...item, isCurrent: !item.to })}`}
                </p>
                <Quote cvText={cvText} span={item.span} />
              </li>
            ))}
          </ul>
        )}
        <Field name={`skill-months-${skill.skillId}`} label="Months of use">
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={720}
            value={months ?? ""}
            onChange={({ target }) => {
              const value =
                target.value === "" ? undefined : Math.min(720, Math.max(0, Math.round(Number(target.value))));
              onChange({ ...skill, months: value, confidence: 1 });
            }}
          />
        </Field>
      </PopoverContent>
    </Popover>
  );
}

/** The line around the mention, the mention itself marked. */
function Quote({ cvText, span }: { cvText: string; span: SkillEvidence["span"] }) {
  if (!span || cvText === "") return null;
  const lineStart = cvText.lastIndexOf("\n", span.start - 1) + 1;
  const lineEnd = cvText.indexOf("\n", span.end);
  const from = Math.max(lineStart, span.start - AROUND);
  const to = Math.min(lineEnd < 0 ? cvText.length : lineEnd, span.end + AROUND);
  return (
    <p className="wrap-anywhere mt-0.5">
      {from > lineStart && "…"}
      {cvText.slice(from, span.start).replace(/^[\s#*-]+/, "")}
      <mark>{cvText.slice(span.start, span.end)}</mark>
      {cvText.slice(span.end, to)}
      {to < lineEnd && "…"}
    </p>
  );
}
