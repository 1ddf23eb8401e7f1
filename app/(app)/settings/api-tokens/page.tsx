import type { Metadata, Route } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { NewTokenDialog } from "@/components/tokens/new-token-dialog";
import { TokenRow } from "@/components/tokens/token-row";
import { Button } from "@/components/ui/button";
import { Card, CardActions, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { MoreLink } from "@/components/ui/more-link";
import { getContext, getViewer } from "@/lib/auth/session";
import { listApiTokens } from "@/lib/tokens/service";
import { SectionSkeleton } from "../security/section-skeleton";

export const metadata: Metadata = { title: "API tokens" };

const SHOWN = 25;

export default async function ApiTokensPage({ searchParams }: PageProps<"/settings/api-tokens">) {
  const { isDemo } = await getViewer();
  return (
    <>
      {isDemo ? (
        <NoTokensInDemo />
      ) : (
        <Suspense fallback={<SectionSkeleton rows={2} />}>
          <Tokens searchParams={searchParams} />
        </Suspense>
      )}
      <Card>
        <CardHeader>
          <CardTitle>The API</CardTitle>
          <CardDescription>
            Everything these pages can do, for scripts and other programs, with an example for every operation.
          </CardDescription>
          <CardActions>
            <Button asChild>
              <Link href={"/docs/api" as Route}>Open the reference</Link>
            </Button>
          </CardActions>
        </CardHeader>
      </Card>
    </>
  );
}

async function Tokens({ searchParams }: Pick<PageProps<"/settings/api-tokens">, "searchParams">) {
  const { cursor } = await searchParams;
  const ctx = await getContext();
  const page = { limit: SHOWN, cursor: typeof cursor === "string" ? cursor.slice(0, 500) : undefined };
  const { tokens, nextCursor } = await listApiTokens(ctx, page);
  const now = ctx.now();
  return (
    <Card>
      <CardHeader>
        <CardTitle>Personal tokens</CardTitle>
        <CardDescription>
          A token lets a script act for you, within its scopes, until it expires or you revoke it.
        </CardDescription>
        <CardActions className="max-sm:col-start-1 max-sm:row-start-3 max-sm:mt-2">
          <NewTokenDialog today={now.toISOString().slice(0, 10)} />
        </CardActions>
      </CardHeader>
      {tokens.length === 0 ? (
        <p className="px-4 py-6 text-center text-muted">No tokens yet.</p>
      ) : (
        <ul className="divide-y divide-border">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={{ ...token, isExpired: token.expiresAt <= now }} />
          ))}
        </ul>
      )}
      {nextCursor && (
        <MoreLink href={`/settings/api-tokens?cursor=${encodeURIComponent(nextCursor)}`}>Older tokens</MoreLink>
      )}
    </Card>
  );
}

function NoTokensInDemo() {
  return (
    <Card>
      <CardHeader>
        <CardTitle>The demo has no tokens</CardTitle>
        <CardDescription>With an account you can make tokens for your own scripts.</CardDescription>
        <CardActions>
          <Button asChild variant="primary">
            <Link href={"/sign-up" as Route}>Make it yours</Link>
          </Button>
        </CardActions>
      </CardHeader>
    </Card>
  );
}
