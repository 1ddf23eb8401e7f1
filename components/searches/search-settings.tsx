import type { ReactNode } from "react";
import { OUTCOME_LOOK } from "@/components/settings/outcomes";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { SearchCriteria, SearchSchedule } from "@/db/schema/shapes";
import type { SourceOutcome } from "@/db/schema/vocabulary";
import { describeSchedule } from "@/lib/searches/describe";

export interface SearchSettingsProps {
  criteria: SearchCriteria;
  schedule: SearchSchedule;
  isActive: boolean;
  nextRunAt: Date | null;
  sources: {
    sourceId: string;
    board: string;
    name: string;
    offReason?: string;
    /** Readings in a row that did not get through. */
    failures: number;
    lastOutcome?: SourceOutcome;
    lastMessage?: string;
  }[];
}

/** What a search asks for, where and when, to be read at a glance. */
export function SearchSettings({ criteria, schedule, isActive, nextRunAt, sources }: SearchSettingsProps) {
  const { keywords, locations, workplaces, employmentTypes, excludeWords, postedWithinDays } = criteria;
  return (
    <Card>
      <dl className="grid gap-x-8 gap-y-3 p-4 sm:grid-cols-2 lg:grid-cols-3">
        <Fact term="Titles or words">{keywords.join(", ") || "Every title"}</Fact>
        <Fact term="Places">{locations.join(", ") || "Anywhere"}</Fact>
        <Fact term="Workplace">{workplaces.join(", ").replace("onsite", "on-site") || "Any"}</Fact>
        {employmentTypes.length > 0 && <Fact term="Employment">{employmentTypes.join(", ").replaceAll("_", "-")}</Fact>}
        {excludeWords.length > 0 && <Fact term="Not in the title">{excludeWords.join(", ")}</Fact>}
        {postedWithinDays && <Fact term="Posted within">{postedWithinDays} days</Fact>}
        <Fact term="Runs">
          {describeSchedule(schedule)}
          {!isActive ? (
            <Badge tone="warning" className="ml-2">
              paused
            </Badge>
          ) : (
            nextRunAt && (
              <span className="text-muted">
                , next <Time at={nextRunAt} />
              </span>
            )
          )}
        </Fact>
        <Fact term="Sources" className="sm:col-span-2 lg:col-span-3">
          <ul className="mt-0.5 flex flex-wrap gap-1.5">
            {sources.map(({ sourceId, board, name, offReason, failures, lastOutcome, lastMessage }) => (
              <li key={`${sourceId} ${board}`} className="max-w-full">
                <Badge
                  tone={
                    offReason
                      ? "neutral"
                      : failures > 0
                        ? "danger"
                        : lastOutcome
                          ? OUTCOME_LOOK[lastOutcome].tone
                          : "outline"
                  }
                  title={offReason ?? lastMessage}
                >
                  <span className="truncate">
                    {name}
                    {board && ` ${board}`}
                    {stateOf({ offReason, failures, lastOutcome })}
                  </span>
                </Badge>
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </Card>
  );
}

/** What the color of a source says, in words; nothing when all is well. */
function stateOf({
  offReason,
  failures,
  lastOutcome,
}: Pick<SearchSettingsProps["sources"][number], "offReason" | "failures" | "lastOutcome">): string {
  if (offReason) return ": off";
  if (!lastOutcome || lastOutcome === "ok") return "";
  return `: ${lastOutcome}${failures > 1 ? `, ${failures} times in a row` : ""}`;
}

function Fact({ term, className, children }: { term: string; className?: string; children: ReactNode }) {
  return (
    <div className={className}>
      <dt className="text-muted text-xs">{term}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
