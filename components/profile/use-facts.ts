"use client";

import { useCallback, useState } from "react";
import type { ProfileFacts } from "@/db/schema/shapes";

export type EditFacts = (patch: Partial<ProfileFacts>) => void;

/** Facts being edited. What a person changes is theirs: its confidence goes. */
export function useFacts(initial: ProfileFacts) {
  const [facts, setFacts] = useState(initial);
  const edit: EditFacts = useCallback((patch) => {
    setFacts((current) => {
      const confidence = { ...current.confidence };
      for (const field of Object.keys(patch)) delete confidence[field];
      return { ...current, ...patch, confidence };
    });
  }, []);
  return { facts, edit, replace: setFacts };
}
