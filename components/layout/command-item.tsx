"use client";

import { Command } from "cmdk";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";

export const groupClasses =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs";

export function CommandItem({
  icon: Icon,
  keys,
  children,
  ...props
}: {
  value: string;
  icon: LucideIcon;
  keys?: readonly string[];
  forceMount?: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Command.Item
      {...props}
      className="flex min-h-9 cursor-default select-none items-center gap-2.5 rounded-md px-2 text-text data-[selected=true]:bg-hover coarse:min-h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
      {children}
      {keys && (
        <span aria-hidden className="ml-auto flex gap-1 coarse:hidden">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </Command.Item>
  );
}
