"use client";

import { TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** What an error boundary shows. The digest is how to find the cause in the server's log. */
export function ErrorView({ digest, onRetry }: { digest?: string; onRetry: () => void }) {
  return (
    <div role="alert" className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        isPageTitle
        icon={TriangleAlert}
        title="This page could not be shown"
        description={
          <>
            The mistake is ours and nothing you did is lost. Try again; if it stays, the server log has the cause
            {digest ? (
              <>
                {" "}
                under <code className="font-mono text-sm">{digest}</code>
              </>
            ) : null}
            .
          </>
        }
        actions={
          <>
            <Button variant="primary" onClick={onRetry}>
              Try again
            </Button>
            <Button asChild>
              <a href="/">Start page</a>
            </Button>
          </>
        }
      />
    </div>
  );
}
