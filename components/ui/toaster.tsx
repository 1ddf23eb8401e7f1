"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** Mounted once in the root layout; call `toast` from "sonner" anywhere on the client. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      mobileOffset={{ bottom: "calc(4rem + env(safe-area-inset-bottom))" }}
      gap={8}
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-positive" />,
        info: <Info aria-hidden className="size-4 text-info" />,
        warning: <TriangleAlert aria-hidden className="size-4 text-warning" />,
        error: <CircleAlert aria-hidden className="size-4 text-danger" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-center gap-2.5 rounded-lg border border-border bg-raised px-3.5 py-2.5 font-sans text-base text-text shadow-overlay",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "text-muted text-sm",
          actionButton:
            "touch-target shrink-0 rounded-md px-2 py-1 font-medium text-accent-text text-sm hover:bg-hover",
          cancelButton: "touch-target shrink-0 rounded-md px-2 py-1 font-medium text-muted text-sm hover:bg-hover",
          closeButton: "text-muted",
        },
      }}
    />
  );
}
