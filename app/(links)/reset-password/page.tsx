import type { Metadata, Route } from "next";
import Link from "next/link";
import { NewPasswordForm } from "@/components/auth/new-password-form";
import { Button } from "@/components/ui/button";
import { getPublicContext } from "@/lib/auth/session";
import { isResetLinkOpen } from "@/lib/users/passwords";
import { tokenOf } from "../token-param";

// The address of this page is a secret until it is used.
export const metadata: Metadata = { title: "New password", referrer: "same-origin", robots: { index: false } };

export default async function ResetPasswordPage({ searchParams }: PageProps<"/reset-password">) {
  const token = tokenOf((await searchParams).token);
  const isOpen = token !== "" && (await isResetLinkOpen(await getPublicContext(), token));
  if (!isOpen) {
    return (
      <>
        <h1 className="font-semibold text-2xl">This link no longer works</h1>
        <p className="mt-1 mb-6 text-muted">
          It was used already, a newer one was sent, or its 30 minutes are over. Your password is as it was.
        </p>
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link href={"/forgot-password" as Route}>Ask for a new link</Link>
        </Button>
      </>
    );
  }
  return <NewPasswordForm token={token} />;
}
