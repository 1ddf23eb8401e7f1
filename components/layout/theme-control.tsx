"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";

const OPTIONS = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "System", icon: Monitor },
] as const;

const never = () => () => {};

export function ThemeControl({ isIconOnly = false, className }: { isIconOnly?: boolean; className?: string }) {
  const { theme, setTheme } = useTheme();
  // The server cannot know the choice; until the page is alive nothing is marked.
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <SegmentedControl
      label="Theme"
      options={OPTIONS}
      value={isAlive ? (theme as (typeof OPTIONS)[number]["value"]) : ("" as "system")}
      onValueChange={setTheme}
      isIconOnly={isIconOnly}
      className={className}
    />
  );
}
