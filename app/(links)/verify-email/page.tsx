import type { Metadata, Route } from "next";
import Link from "next/link";
import { ConfirmEmail } from "@/components/auth/confirm-email";
import { Button } from "@/components/ui/button";
import { findViewer, getPublicContext } from "@/lib/auth/session";
import { findConfirmation } from "@/lib/users/emails";
import { tokenOf } from "../token-param";

// The address of this page is a secret until it is used.
export const metadata: Metadata = { title: "Confirm your address", referrer: "same-origin", robots: { index: false } };

/** Opening it changes nothing: mail scanners open links, only people press buttons. */
export default async function VerifyEmailPage({ searchParams }: PageProps<"/verify-email">) {
  const token = tokenOf((await searchParams).token);
  const [found, viewer] = await Promise.all([
    token ? findConfirmation(await getPublicContext(), token) : undefined,
    findViewer(),
  ]);
  const isSignedIn = Boolean(viewer && !viewer.isDemo);
  if (found) return <ConfirmEmail token={token} email={found.email} isSignedIn={isSignedIn} />;
  return (
    <>
      <h1 className="font-semibold text-2xl">This link no longer works</h1>
      <p className="mt-1 mb-6 text-muted">
        It was used already, a newer one was sent, or its time is over. If your address is confirmed, all is well.
      </p>
      <Button asChild variant="primary" size="lg" className="w-full">
        <Link href={(isSignedIn ? "/settings/security" : "/check-mail") as Route}>
          {isSignedIn ? "See my address" : "Ask for a new link"}
        </Link>
      </Button>
    </>
  );
}
