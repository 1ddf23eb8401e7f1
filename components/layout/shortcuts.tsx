"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import { OPEN_HELP, OPEN_PALETTE } from "./command-events";
import { AREAS } from "./navigation";
import { toggleSidebar } from "./sidebar-toggle";

const CommandPalette = lazy(() => import("./command-palette").then((module) => ({ default: module.CommandPalette })));
const HelpSheet = lazy(() => import("./help-sheet").then((module) => ({ default: module.HelpSheet })));

const SEQUENCE_MS = 1200;

/** The keys of the whole frame. Palette and help load the first time they are asked for. */
export function Shortcuts({ showsAdmin }: { showsAdmin: boolean }) {
  const router = useRouter();
  const [isPaletteOpen, setPaletteOpen] = useState<boolean>();
  const [isHelpOpen, setHelpOpen] = useState<boolean>();

  useEffect(() => {
    const openPalette = () => setPaletteOpen(true);
    const openHelp = () => setHelpOpen(true);
    let prefixAt = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setPaletteOpen((isOpen) => !isOpen);
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || isSomethingOpen()) return;
      const area = event.timeStamp - prefixAt < SEQUENCE_MS ? AREAS.find(({ key }) => key === event.key) : undefined;
      prefixAt = event.key === "g" ? event.timeStamp : 0;
      if (area) router.push(area.href);
      else if (event.key === "?") openHelp();
      else if (event.key === "[") toggleSidebar();
      else return;
      event.preventDefault();
      // The second key of a sequence must not also act on the page.
      event.stopPropagation();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    window.addEventListener(OPEN_PALETTE, openPalette);
    window.addEventListener(OPEN_HELP, openHelp);
    return () => {
      window.removeEventListener("keydown", onKeyDown, { capture: true });
      window.removeEventListener(OPEN_PALETTE, openPalette);
      window.removeEventListener(OPEN_HELP, openHelp);
    };
  }, [router]);

  return (
    <Suspense fallback={null}>
      {isPaletteOpen !== undefined && (
        <CommandPalette isOpen={isPaletteOpen} onOpenChange={setPaletteOpen} showsAdmin={showsAdmin} />
      )}
      {isHelpOpen !== undefined && <HelpSheet isOpen={isHelpOpen} onOpenChange={setHelpOpen} />}
    </Suspense>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range"].includes(target.type);
  return target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}

function isSomethingOpen(): boolean {
  return document.querySelector("[data-state='open']:is([role='dialog'], [role='menu'])") !== null;
}
