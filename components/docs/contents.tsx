import type { ReactNode } from "react";
import type { ReferenceGroup } from "@/lib/api/reference";
import { MethodBadge } from "./method-badge";

const BASICS = [
  { id: "sign-in", label: "Sign in" },
  { id: "requests", label: "Requests and answers" },
  { id: "retries", label: "Retries and changes" },
];

/** Beside the text where there is room, folded above it where there is not. */
export function Contents({ groups }: { groups: readonly ReferenceGroup[] }) {
  return (
    <>
      <details className="border-border border-b px-4 py-2 lg:hidden">
        <summary className="touch-target flex h-8 cursor-pointer items-center font-medium">Contents</summary>
        <nav aria-label="Contents" className="pt-2 pb-3">
          <Entries groups={groups} />
        </nav>
      </details>
      <nav
        aria-label="Contents"
        className="sticky top-0 hidden max-h-dvh self-start overflow-y-auto border-border border-r px-4 py-6 lg:block"
      >
        <Entries groups={groups} />
      </nav>
    </>
  );
}

function Entries({ groups }: { groups: readonly ReferenceGroup[] }) {
  return (
    <ul className="space-y-5 text-sm">
      <li>
        <Heading href="#sign-in">Basics</Heading>
        <ul>
          {BASICS.map(({ id, label }) => (
            <li key={id}>
              <Entry href={`#${id}`}>{label}</Entry>
            </li>
          ))}
        </ul>
      </li>
      {groups.map(({ id, name, operations }) => (
        <li key={id}>
          <Heading href={`#${id}`}>{name}</Heading>
          <ul>
            {operations.map((operation) => (
              <li key={operation.id}>
                <Entry href={`#${operation.id}`}>
                  <span className="min-w-0 flex-1">{operation.summary}</span>
                  <MethodBadge method={operation.method} />
                </Entry>
              </li>
            ))}
          </ul>
        </li>
      ))}
      <li>
        <Heading href="#errors">Errors</Heading>
      </li>
    </ul>
  );
}

function Heading({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="mb-1 block rounded-sm font-medium text-text hover:underline coarse:py-2">
      {children}
    </a>
  );
}

function Entry({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      className="-mx-2 flex items-start gap-2 rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-text coarse:py-2.5"
    >
      {children}
    </a>
  );
}
