import { Badge } from "@/components/ui/badge";
import type { OperationView } from "@/lib/api/reference";
import { CodeBlock } from "./code-block";
import { FieldTable } from "./field-table";
import { MethodBadge } from "./method-badge";
import { RichText } from "./rich-text";

export function Operation({ operation }: { operation: OperationView }) {
  const { id, method, path, summary, description, scope, status, curl, response, problems } = operation;
  return (
    <article aria-labelledby={id} className="mt-8 border-border border-t pt-6">
      <h3 id={id} className="scroll-mt-6 font-semibold text-md">
        <a href={`#${id}`} className="rounded-sm hover:underline">
          {summary}
        </a>
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <MethodBadge method={method} />
        <code className="wrap-anywhere font-mono">{path}</code>
        <Badge tone="outline">{scope === undefined ? "public" : scope || "any token"}</Badge>
      </p>
      <div className="mt-3 grid gap-x-8 gap-y-4 xl:grid-cols-2">
        <div className="min-w-0">
          {description && (
            <p className="max-w-2xl text-muted text-pretty">
              <RichText text={description} />
            </p>
          )}
          <FieldTable title="Path" rows={operation.pathParams} />
          <FieldTable title="Query" rows={operation.query} />
          <FieldTable title="Body" rows={operation.body} />
          <FieldTable title="Headers" rows={operation.headers} />
          <FieldTable title={`Fields of the answer (${operation.answer.length})`} rows={operation.answer} isFolded />
          <p className="mt-4 text-muted text-sm">
            Errors:{" "}
            {problems.map(({ code, status: problemStatus }, index) => (
              <span key={code}>
                {index > 0 && ", "}
                <a
                  href={`#${code}`}
                  className="rounded-sm underline decoration-border underline-offset-4 hover:text-text"
                >
                  {problemStatus} {code}
                </a>
              </span>
            ))}
          </p>
        </div>
        <div className="min-w-0 space-y-3 xl:sticky xl:top-6 xl:self-start">
          <CodeBlock title="Request" code={curl} />
          {response ? (
            <CodeBlock title={`Answer ${status}`} code={response} />
          ) : (
            <p className="text-muted text-sm">Answers {status} without a body.</p>
          )}
        </div>
      </div>
    </article>
  );
}
