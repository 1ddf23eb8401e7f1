"use client";

import { ErrorView } from "@/components/layout/error-view";
import "./globals.css";

/** Replaces the root layout when that itself failed. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>JOBA</title>
        <ErrorView digest={error.digest} onRetry={reset} />
      </body>
    </html>
  );
}
