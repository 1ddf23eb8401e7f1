import { Check, CircleDashed, CornerDownRight, X } from "lucide-react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { MatchedRequirement } from "@/db/schema/shapes";
import { inContext, requirementMarkId } from "@/lib/jobs/evidence";
import { cn } from "@/lib/utils";
import { EvidenceLink } from "./evidence-link";
import { SectionHeading } from "./section-heading";

const CREDITS: Record<MatchedRequirement["credit"], { icon: typeof Check; tone: string; badge?: [string, BadgeTone] }> =
  {
    exact: { icon: Check, tone: "text-positive" },
    implied: { icon: Check, tone: "text-info", badge: ["Implied", "info"] },
    related: { icon: CircleDashed, tone: "text-info", badge: ["Related, not the same", "info"] },
    missing: { icon: X, tone: "text-muted", badge: ["Not in your profile", "neutral"] },
  };
const GROUPS = [
  ["must", "Asked for"],
  ["nice", "Nice to have"],
  ["mentioned", "Mentioned"],
] as const;

/** What the posting asks for beside what the CV says, each side quoted. */
export function MatchRequirements({
  requirements,
  text,
  isPage,
}: {
  isPage: boolean;
  requirements: readonly MatchedRequirement[];
  /** The description that posting spans point into. */
  text: string;
}) {
  const numbered = requirements.map((requirement, index) => ({ requirement, index }));
  const groups = GROUPS.flatMap(([strength, title]) => {
    const rows = numbered.filter(({ requirement }) => requirement.strength === strength);
    return rows.length > 0
      ? [{ title, rows, met: rows.filter(({ requirement }) => requirement.credit !== "missing").length }]
      : [];
  });
  if (groups.length === 0) return null;
  return (
    <section aria-label="Requirements" className="space-y-5">
      {groups.map(({ title, rows, met }) => (
        <div key={title}>
          <SectionHeading isPage={isPage} className="mb-1 flex items-baseline gap-2">
            {title}
            <span className="font-normal text-muted text-sm tabular">
              {met} of {rows.length}
            </span>
          </SectionHeading>
          <ul className="divide-y divide-border">
            {rows.map(({ requirement, index }) => (
              <RequirementRow
                key={`${requirement.skillId}-${index}`}
                requirement={requirement}
                index={index}
                text={text}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function RequirementRow({
  requirement,
  index,
  text,
}: {
  requirement: MatchedRequirement;
  index: number;
  text: string;
}) {
  const { icon: Icon, tone, badge } = CREDITS[requirement.credit];
  const posting = requirement.postingSpans[0];
  const profile = requirement.profileSpans[0];
  return (
    <li className="flex gap-2 py-2">
      <Icon aria-hidden className={cn("mt-1 size-4 shrink-0", tone)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className={cn("font-medium", requirement.credit === "missing" && "text-muted")}>
            {requirement.name}
          </span>
          {badge && <Badge tone={badge[1]}>{badge[0]}</Badge>}
          {requirement.reason && <span className="text-muted text-sm">{requirement.reason}</span>}
        </p>
        {posting &&
          (posting.inTitle ? (
            <p className="text-muted text-sm">In the title: “{posting.quote}”</p>
          ) : (
            <EvidenceLink markId={requirementMarkId(index)}>
              <Passage text={text} span={posting} />
            </EvidenceLink>
          ))}
        {profile && (
          <p className="flex items-baseline gap-1 text-muted text-sm">
            <CornerDownRight aria-hidden className="size-3 shrink-0 translate-y-px" />
            <span className="line-clamp-2">
              <span className="text-text">{profile.where}</span>: “{profile.quote}”
            </span>
          </p>
        )}
      </div>
    </li>
  );
}

function Passage({ text, span }: { text: string; span: { start: number; end: number; quote: string } }) {
  const { before, quote, after } = inContext(text, span);
  // A posting that changed since it was scored no longer holds the span.
  if (quote !== span.quote) return span.quote;
  return (
    <>
      {before}
      <span className="font-medium text-text">{quote}</span>
      {after}
    </>
  );
}
