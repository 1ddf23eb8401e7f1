import type { Metadata, Route } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Account deleted" };

export default function AccountDeletedPage() {
  return (
    <>
      <h1 className="font-semibold text-2xl tracking-tight">Your account is gone</h1>
      <p className="mt-2 text-muted">
        Profile, searches, jobs, sessions and tokens were removed, here and on every device. An archive you downloaded
        can be imported into a new account.
      </p>
      <div className="mt-6">
        <Button asChild>
          <Link href={"/" as Route}>To the start page</Link>
        </Button>
      </div>
    </>
  );
}
