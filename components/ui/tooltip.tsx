"use client";

import * as Primitive from "radix-ui/tooltip";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/utils";
import { Kbd } from "./kbd";

/** An extra for mouse and keyboard; the trigger must be named without it. Touch screens never see it. */
export function Tooltip({
  content,
  shortcut,
  side = "top",
  className,
  children,
}: {
  content: ReactNode;
  shortcut?: string;
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
  children: ReactElement;
}) {
  return (
    <Primitive.Provider delayDuration={350} skipDelayDuration={200}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className={cn(
              "z-60 flex max-w-72 items-center gap-2 rounded-md border border-border bg-raised px-2 py-1 text-sm text-text shadow-raised animate-pop",
              className,
            )}
          >
            {content}
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
