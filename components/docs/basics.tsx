import type { ReactNode } from "react";
import { CodeBlock } from "./code-block";
import { RichText } from "./rich-text";

const SIGN_IN = `curl -X POST "$JOBA_URL/api/v1/auth/token" \\
  -H "Content-Type: application/json" \\
  -d '{"email": "ada@example.com", "password": "…"}'`;

const PAGING = `curl "$JOBA_URL/api/v1/jobs?limit=20&cursor=$NEXT" \\
  -H "Authorization: Bearer $TOKEN"`;

const CHANGE = `curl -X PATCH "$JOBA_URL/api/v1/searches/$ID" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H 'If-Match: "v1.Yk3mQ0XJ2hP1sVa9"' \\
  -H "Content-Type: application/json" \\
  -d '{"isActive": false}'`;

/** What is the same for every operation. docs/api.md tells it with examples that a test runs. */
export function Basics() {
  return (
    <>
      <Basic id="sign-in" title="Sign in" code={<CodeBlock title="Sign in" code={SIGN_IN} />}>
        <Line text="Everything but `/auth` needs `Authorization: Bearer …`. For a script of your own, make a personal token in the settings: it has a name, scopes and an expiry. A program that asks people for their password signs in at `/api/v1/auth/token` instead." />
        <Line text="An access token lasts 15 minutes. The refresh token beside it works once and brings the next pair; used again later than ten seconds after, it ends the session." />
        <Line text="Scopes are `noun:read` and `noun:write`. A token without the one an operation names gets `forbidden`." />
      </Basic>
      <Basic id="requests" title="Requests and answers" code={<CodeBlock title="Next page" code={PAGING} />}>
        <Line text="JSON in and out, in `data`. Instants are ISO 8601 in UTC. A field or parameter nobody knows is refused, never dropped." />
        <Line text="Lists are keyset pages: send `nextCursor` back as `cursor` until there is none. `limit` is 1 to 100." />
        <Line text="Every answer has `X-Request-Id`, and `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` (seconds). Past the limit it is 429 with `Retry-After`." />
      </Basic>
      <Basic id="retries" title="Retries and changes" code={<CodeBlock title="Guarded change" code={CHANGE} />}>
        <Line text="Send an `Idempotency-Key` (a new UUID) with a POST and you can send it again after a lost connection: the same key and body give the same answer for a day, with `Idempotency-Replayed: true`." />
        <Line text="A GET answers with an `ETag`. Send it as `If-None-Match` to get 304 while nothing changed, or as `If-Match` with a change that must not overwrite somebody else's: a stale one is 412." />
      </Basic>
    </>
  );
}

function Basic({ id, title, code, children }: { id: string; title: string; code: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 grid gap-x-8 gap-y-4 xl:grid-cols-2">
      <div className="min-w-0">
        <h2 id={id} className="scroll-mt-6 font-semibold text-lg">
          {title}
        </h2>
        <div className="mt-2 space-y-2">{children}</div>
      </div>
      <div className="min-w-0 xl:pt-9">{code}</div>
    </section>
  );
}

function Line({ text }: { text: string }) {
  return (
    <p className="max-w-2xl text-muted text-pretty">
      <RichText text={text} />
    </p>
  );
}
