import type { Metadata, Route } from "next";
import Link from "next/link";
import { Basics } from "@/components/docs/basics";
import { Contents } from "@/components/docs/contents";
import { Operation } from "@/components/docs/operation";
import { ProblemTable } from "@/components/docs/problem-table";
import { Logo } from "@/components/layout/logo";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { PROBLEMS } from "@/lib/api/problem";
import { type ApiDocument, readReference } from "@/lib/api/reference";
import openapi from "@/public/openapi.json";

export const metadata: Metadata = {
  title: "API reference",
  description: "Every operation of the JOBA API with an example, its fields and its errors.",
};

const document = openapi as unknown as ApiDocument;
const groups = readReference(document);
const problems = Object.entries(PROBLEMS).map(([code, problem]) => ({ code, ...problem }));

export default function ApiReferencePage() {
  return (
    <div className="mx-auto max-w-[90rem]">
      <header className="flex h-14 items-center justify-between gap-4 border-border border-b px-4 md:px-6">
        <div className="flex min-w-0 items-center gap-3">
          <Link href="/" className="rounded-md" aria-label="JOBA, start page">
            <Logo />
          </Link>
          <span className="truncate text-muted">API reference</span>
          <Badge tone="outline">v{document.info.version}</Badge>
        </div>
        <div className="flex shrink-0 items-center gap-2">
          <Button asChild variant="ghost" className="max-sm:hidden">
            <a href="/api/v1/openapi.json">OpenAPI document</a>
          </Button>
          <Button asChild>
            <Link href={"/settings/api-tokens" as Route}>Your tokens</Link>
          </Button>
        </div>
      </header>
      <div className="grid lg:grid-cols-[16rem_minmax(0,1fr)]">
        <Contents groups={groups} />
        <main id="main" className="min-w-0 px-4 pt-6 pb-24 md:px-8">
          <h1 className="font-semibold text-2xl">The JOBA API</h1>
          <p className="mt-2 max-w-2xl text-muted text-pretty">{document.info.description}</p>
          <Basics />
          {groups.map(({ id, name, description, operations }) => (
            <section key={id} aria-labelledby={id} className="mt-14">
              <h2 id={id} className="scroll-mt-6 font-semibold text-xl">
                {name}
              </h2>
              {description && <p className="mt-1 max-w-2xl text-muted">{description}</p>}
              {operations.map((operation) => (
                <Operation key={operation.id} operation={operation} />
              ))}
            </section>
          ))}
          <section aria-labelledby="errors" className="mt-14">
            <h2 id="errors" className="scroll-mt-6 font-semibold text-xl">
              Errors
            </h2>
            <p className="mt-1 max-w-2xl text-muted">
              Every refusal is a problem (RFC 9457). Branch on its code; the text is for people and may change.
            </p>
            <ProblemTable problems={problems} />
          </section>
        </main>
      </div>
    </div>
  );
}
