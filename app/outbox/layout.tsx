import Link from "next/link";
import type { ReactNode } from "react";
import AppLayout from "@/app/(app)/layout";
import { Logo } from "@/components/layout/logo";
import { findViewer } from "@/lib/auth/session";
import { getOutboxReader } from "./reader";

/** Outside the signed-in area because OUTBOX=public opens it to people who cannot sign in yet. */
export default async function OutboxLayout({ children }: { children: ReactNode }) {
  await getOutboxReader();
  if (await findViewer()) return <AppLayout>{children}</AppLayout>;
  return (
    <>
      <header className="flex h-16 items-center px-5">
        <Link href="/" className="rounded-md" aria-label="JOBA, start page">
          <Logo />
        </Link>
      </header>
      <main id="main">{children}</main>
    </>
  );
}
