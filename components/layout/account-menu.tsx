"use client";

import { ChevronsUpDown, Keyboard, LogOut, Settings2, UserRound } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useId, useRef } from "react";
import { Avatar } from "@/components/ui/avatar";
import { openHelp } from "./command-events";
import { ThemeControl } from "./theme-control";

const rowClasses =
  "flex h-8 w-full items-center gap-2.5 rounded-md px-2 text-base text-text hover:bg-hover coarse:h-11 [&_svg]:size-4 [&_svg]:text-muted";

/** The browser's own popover: light dismiss, Escape and focus return without a library. */
export function AccountMenu({ viewer }: { viewer: { name: string; email: string | null; isDemo: boolean } }) {
  const id = useId();
  const panelRef = useRef<HTMLElement>(null);
  const pathname = usePathname();
  const name = viewer.name || viewer.email || "You";
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move to another page closes the menu
  useEffect(() => panelRef.current?.hidePopover?.(), [pathname]);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        title={name}
        className="flex h-10 w-full items-center gap-2.5 rounded-md px-1.5 text-left transition-colors hover:bg-hover group-data-[sidebar=icons]/frame:justify-center coarse:h-11"
      >
        <Avatar name={name} />
        <span className="min-w-0 flex-1 truncate font-medium text-base group-data-[sidebar=icons]/frame:sr-only">
          {name}
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 text-muted group-data-[sidebar=icons]/frame:hidden" />
      </button>
      <section
        ref={panelRef}
        id={id}
        popover="auto"
        aria-label="Account"
        className="fixed inset-auto bottom-14 left-2.5 m-0 w-60 rounded-lg border border-border bg-raised p-1 text-text shadow-overlay open:animate-pop"
      >
        <div className="px-2 pt-1.5 pb-2">
          <p className="truncate font-medium">{name}</p>
          <p className="truncate text-muted text-sm">
            {viewer.isDemo ? "Removed when you leave" : (viewer.email ?? "")}
          </p>
        </div>
        <div className="flex items-center justify-between border-border border-y px-2 py-1.5">
          <span className="text-muted text-sm">Theme</span>
          <ThemeControl isIconOnly />
        </div>
        <div className="pt-1">
          <Link href={"/settings/account" as Route} className={rowClasses}>
            <UserRound aria-hidden /> Account
          </Link>
          <Link href={"/settings/appearance" as Route} className={rowClasses}>
            <Settings2 aria-hidden /> Appearance
          </Link>
          <button
            type="button"
            className={rowClasses}
            onClick={() => {
              panelRef.current?.hidePopover();
              openHelp();
            }}
          >
            <Keyboard aria-hidden /> Keyboard shortcuts
          </button>
          <form action="/sign-out" method="post">
            <button type="submit" className={rowClasses}>
              <LogOut aria-hidden /> {viewer.isDemo ? "Leave the demo" : "Sign out"}
            </button>
          </form>
        </div>
      </section>
    </>
  );
}
