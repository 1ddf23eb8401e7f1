"use client";

import { useState } from "react";
import { DENSITY_COOKIE, type Density, rememberPreference } from "@/components/layout/preferences";
import { SegmentedControl } from "@/components/ui/segmented-control";

const OPTIONS = [
  { value: "comfortable", label: "Comfortable" },
  { value: "compact", label: "Compact" },
] as const;

export function DensityControl({ density, className }: { density: Density; className?: string }) {
  const [chosen, setChosen] = useState(density);
  const choose = (next: Density) => {
    setChosen(next);
    document.documentElement.dataset.density = next;
    rememberPreference(DENSITY_COOKIE, next);
  };
  return (
    <SegmentedControl label="Density" options={OPTIONS} value={chosen} onValueChange={choose} className={className} />
  );
}
