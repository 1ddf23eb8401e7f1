"use client";

import { PanelLeft } from "lucide-react";
import { Button } from "@/components/ui/button";
import { rememberPreference, SIDEBAR_COOKIE } from "./preferences";

/** Folds the sidebar to icons. The state is one attribute of the frame, so the sidebar itself needs no script. */
export function toggleSidebar(): void {
  const frame = document.querySelector<HTMLElement>("[data-sidebar]");
  if (!frame) return;
  const next = frame.dataset.sidebar === "icons" ? "full" : "icons";
  frame.dataset.sidebar = next;
  rememberPreference(SIDEBAR_COOKIE, next);
}

export function SidebarToggle({ className }: { className?: string }) {
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      className={className}
      aria-label="Fold or unfold the sidebar"
      title="Fold sidebar ( [ )"
      onClick={toggleSidebar}
    >
      <PanelLeft aria-hidden />
    </Button>
  );
}
