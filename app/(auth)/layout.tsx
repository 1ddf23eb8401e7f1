import Link from "next/link";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Logo } from "@/components/layout/logo";
import { findViewer } from "@/lib/auth/session";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const viewer = await findViewer();
  // A demo visitor may still make an account.
  if (viewer && !viewer.isDemo) redirect("/jobs");
  return (
    <div className="flex min-h-dvh flex-col px-5">
      <header className="flex h-16 items-center">
        <Link href="/" className="rounded-md" aria-label="JOBA, start page">
          <Logo />
        </Link>
      </header>
      <main id="main" className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center pb-[14vh]">
        {children}
      </main>
    </div>
  );
}
