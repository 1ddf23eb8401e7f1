import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "./logo";

/** One narrow column below the logo: signing in, and what mailed links lead to. */
export function AuthFrame({ children }: { children: ReactNode }) {
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
