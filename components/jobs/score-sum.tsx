import type { MatchDetail } from "@/db/schema/shapes";
import type { MatchBand } from "@/db/schema/vocabulary";
import { COMPONENT_LABELS } from "@/lib/jobs/labels";
import { cn } from "@/lib/utils";
import { SectionHeading } from "./section-heading";

const FILLS: Record<MatchBand, string> = {
  strong: "bg-band-strong",
  good: "bg-band-good",
  stretch: "bg-band-stretch",
  weak: "bg-band-weak",
};
const points = (value: number) => value.toFixed(1);

/** The score as the sum it is: every part with its weight, what it brought and why. */
export function ScoreSum({
  score,
  band,
  detail,
  isPage,
}: {
  score: number;
  band: MatchBand;
  detail: MatchDetail;
  isPage: boolean;
}) {
  const { components, cappedFrom } = detail;
  if (components.length === 0) return null;
  return (
    <section aria-label="How the score adds up">
      <SectionHeading isPage={isPage}>How the score adds up</SectionHeading>
      <table className="w-full text-left">
        <thead className="sr-only">
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <tbody>
          {components.map((part) => (
            <tr key={part.id} className="align-top">
              <th scope="row" className="py-1.5 pr-4 font-normal">
                <span className="flex items-baseline justify-between gap-3">
                  <span className="font-medium">{COMPONENT_LABELS[part.id]}</span>
                </span>
                <span aria-hidden className="mt-1 mb-1 block h-1 overflow-hidden rounded-full bg-hover">
                  <span
                    className={cn("block h-full rounded-full", FILLS[band])}
                    style={{ width: `${Math.round(part.value * 100)}%` }}
                  />
                </span>
                <span className="block text-muted text-sm">{part.reason}</span>
              </th>
              <td className="w-24 whitespace-nowrap py-1.5 text-right tabular">
                <span className="font-medium">{points(part.points)}</span>
                <span className="text-muted text-sm"> of {points(part.weight)}</span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {cappedFrom !== undefined && (
            <tr className="border-border border-t">
              <th scope="row" className="py-1.5 font-normal text-muted">
                Sum, before a condition that is not met capped it
              </th>
              <td className="py-1.5 text-right text-muted tabular">{points(cappedFrom)}</td>
            </tr>
          )}
          <tr className="border-border border-t">
            <th scope="row" className="py-1.5 font-semibold">
              Score
            </th>
            <td className="py-1.5 text-right font-semibold tabular">{points(score)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="mt-1 text-muted text-sm">
        JOBA’s own estimate, not an employer’s verdict and not a chance of being hired.
      </p>
    </section>
  );
}
