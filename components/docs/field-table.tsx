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
  // The look hangs on the list: there are hundreds of rows on the page.
  const list = (
    <dl className="divide-y divide-border [&_b]:font-normal [&_b]:text-warning [&_b]:text-xs [&_code]:wrap-anywhere [&_code]:font-medium [&_code]:font-mono [&_code]:text-sm [&_dd]:text-muted [&_dd]:text-sm [&_dt]:flex [&_dt]:flex-wrap [&_dt]:items-baseline [&_dt]:gap-x-2 [&_i]:wrap-anywhere [&_i]:text-muted [&_i]:text-xs [&_i]:not-italic [&>div]:py-1.5">
      {rows.map(({ name, type, isRequired, note }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            <i>{type}</i>
            {isRequired && <b>required</b>}
          </dt>
          {note && <dd>{note}</dd>}
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
