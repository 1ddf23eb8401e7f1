import type { Funnel } from "@/lib/runs/schemas";

const STEPS = [
  { key: "fetched", label: "Fetched", means: "rows the boards sent" },
  { key: "parsed", label: "Parsed", means: "rows that could be read" },
  { key: "created", label: "New", means: "positions nobody had seen before" },
  { key: "duplicate", label: "Duplicate", means: "further copies of a position that is here" },
  { key: "filtered", label: "Filtered", means: "dropped by a rule of this search" },
  { key: "scored", label: "Scored", means: "matched against your profile" },
] as const satisfies { key: keyof Funnel; label: string; means: string }[];

/** From what the boards sent to what was matched, each against the first. */
export function FunnelSteps({ funnel }: { funnel: Funnel }) {
  const known = funnel.unchanged + funnel.changed;
  return (
    <div>
      <dl className="grid grid-cols-3 divide-border sm:grid-cols-6 sm:divide-x">
        {STEPS.map(({ key, label, means }) => (
          <div key={key} title={means} className="px-4 py-3">
            <dt className="text-muted text-xs">{label}</dt>
            <dd className="font-semibold text-lg tabular">{funnel[key].toLocaleString("en-US")}</dd>
            <div aria-hidden className="mt-1.5 h-1 overflow-hidden rounded-full bg-hover">
              <div
                className="h-full w-full origin-left rounded-full bg-accent transition-[scale] duration-300 motion-reduce:transition-none"
                style={{ scale: `${funnel.fetched > 0 ? funnel[key] / funnel.fetched : 0} 1` }}
              />
            </div>
          </div>
        ))}
      </dl>
      <p className="border-border border-t px-4 py-2 text-muted text-sm tabular">
        {known > 0
          ? `${funnel.unchanged} known and unchanged, ${funnel.changed} changed`
          : "Nothing here was known before"}
        {funnel.invalid > 0 && `, ${funnel.invalid} could not be read`}
      </p>
    </div>
  );
}
