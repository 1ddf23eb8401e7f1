import { RichText } from "./rich-text";

interface ProblemRow {
  code: string;
  status: number;
  title: string;
  meaning: string;
}

export function ProblemTable({ problems }: { problems: readonly ProblemRow[] }) {
  return (
    <dl className="mt-4 divide-y divide-border border-border border-y">
      {problems.map(({ code, status, title, meaning }) => (
        <div
          key={code}
          id={code}
          className="grid scroll-mt-6 gap-x-6 gap-y-1 py-3 target:bg-accent-soft md:grid-cols-[16rem_minmax(0,1fr)]"
        >
          <dt>
            <code className="font-medium font-mono text-sm">{code}</code>
            <span className="block text-muted text-sm tabular">{status}</span>
          </dt>
          <dd>
            <p className="font-medium">{title}</p>
            <p className="max-w-2xl text-muted text-pretty">
              <RichText text={meaning} />
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
