"use client";

import type { ComponentProps } from "react";
import { openPalette } from "./command-events";

export function CommandButton(props: ComponentProps<"button">) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openPalette}
      {...props}
    />
  );
}
