import type { FieldRow } from "@/lib/api/reference";

/** Name, type and what to know, one field under the other: readable at any width. */
export function FieldTable({
  title,
  rows,
  isFolded = false,
}: {
  title: string;
  rows: readonly FieldRow[];
  isFolded?: boolean;
}) {
  if (rows.length === 0) return null;
  const list = (
    <dl className="divide-y divide-border">
      {rows.map(({ name, type, isRequired, note }) => (
        <div key={name} className="py-1.5">
          <dt className="flex flex-wrap items-baseline gap-x-2">
            <code className="wrap-anywhere font-medium font-mono text-sm">{name}</code>
            <span className="wrap-anywhere text-muted text-xs">{type}</span>
            {isRequired && <span className="text-warning text-xs">required</span>}
          </dt>
          <dd className="text-muted text-sm empty:hidden">{note}</dd>
        </div>
      ))}
    </dl>
  );
  if (isFolded) {
    return (
      <details className="mt-4">
        <summary className="touch-target cursor-pointer font-medium text-sm">{title}</summary>
        {list}
      </details>
    );
  }
  return (
    <div className="mt-4">
      <h4 className="border-border border-b pb-1 font-medium text-sm">{title}</h4>
      {list}
    </div>
  );
}
