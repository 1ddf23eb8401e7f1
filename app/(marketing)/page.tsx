import type { Route } from "next";
import Link from "next/link";
import { DemoButton } from "@/components/layout/demo-button";
import { Logo } from "@/components/layout/logo";
import { Differences } from "@/components/marketing/difference";
import { ProductPicture } from "@/components/marketing/product-picture";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

const BOARDS = [
  "LinkedIn",
  "Indeed",
  "Glassdoor",
  "Greenhouse",
  "Lever",
  "Ashby",
  "Remote OK",
  "Remotive",
  "We Work Remotely",
  "Hacker News",
];

const KEYS = [
  { key: "j", does: "next" },
  { key: "s", does: "save" },
  { key: "x", does: "dismiss" },
  { key: "u", does: "undo" },
];

export default function LandingPage() {
  return (
    <div className="mx-auto max-w-6xl px-5 md:px-8">
      <header className="flex h-16 items-center justify-between">
        <Logo />
        <nav aria-label="Account" className="flex items-center gap-1.5">
          <Button asChild variant="ghost">
            <Link href={"/sign-in" as Route}>Sign in</Link>
          </Button>
          <Button asChild>
            <Link href={"/sign-up" as Route}>Sign up</Link>
          </Button>
        </nav>
      </header>
      <main id="main">
        <section className="pt-14 pb-12 md:pt-24 md:pb-16">
          <h1 className="max-w-3xl font-semibold text-3xl tracking-[-0.028em] md:text-[3.5rem] md:leading-[1.06]">
            Know which jobs fit you, and see exactly why.
          </h1>
          <p className="mt-5 max-w-2xl text-lg text-muted md:text-xl">
            JOBA reads ten job boards, puts every opening into one list, scores each against your CV and shows the words
            behind every point. It is open source and runs on your own machine.
          </p>
          <div className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3">
            <DemoButton size="lg" className="max-sm:w-full" />
            <p className="text-muted">One click, no account. A full hunt to look around in.</p>
          </div>
        </section>
        <ProductPicture />
        <section aria-label="Boards" className="py-14 md:py-20">
          <ul className="flex flex-wrap gap-x-6 gap-y-2 text-md text-muted">
            {BOARDS.map((board) => (
              <li key={board}>{board}</li>
            ))}
          </ul>
          <p className="mt-3 max-w-xl text-muted text-sm">
            Each shows its terms before you switch it on; three are off or ask first. JOBA does not log in to boards,
            solve CAPTCHAs, apply for you or invent a line of your CV.
          </p>
        </section>
        <Differences />
        <section className="flex flex-col items-start justify-between gap-8 border-border border-t py-14 md:flex-row md:items-center md:py-20">
          <div>
            <h2 className="font-semibold text-2xl">Made to be opened every morning</h2>
            <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-md text-muted">
              {KEYS.map(({ key, does }) => (
                <span key={key} className="inline-flex items-center gap-1.5">
                  <Kbd>{key}</Kbd> {does}
                </span>
              ))}
              <span>and the hand never leaves the keyboard.</span>
            </p>
          </div>
          <DemoButton size="lg" variant="primary" className="max-sm:w-full" />
        </section>
      </main>
      <footer className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-border border-t py-6 text-muted text-sm">
        <p>JOBA is free software under the MIT license.</p>
        <p>No cookies beyond your session and your display settings.</p>
      </footer>
    </div>
  );
}
