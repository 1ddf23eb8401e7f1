import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** The next page of a list, at its foot. */
export function MoreLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <div className="border-border border-t p-2 text-center">
      <Button asChild variant="ghost">
        <Link href={href as Route}>{children}</Link>
      </Button>
    </div>
  );
}
