"use client";

import { useState } from "react";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { Preferences, ProfileFacts } from "@/db/schema/shapes";
import type { PreferenceOptions } from "@/lib/profiles/options";
import { FactsForm } from "./facts-form";
import { PreferencesForm } from "./preferences-form";
import { WeightsForm } from "./weights-form";

export interface SavedProfile {
  facts: ProfileFacts;
  preferences: Preferences;
  cvText: string;
  cvFileName: string | null;
  version: number;
}

const TABS = [
  { value: "profile", label: "Profile" },
  { value: "preferences", label: "Preferences" },
  { value: "weights", label: "Match weights" },
];

/** Three forms over one saved profile. Each stays mounted, so that changing tabs loses nothing typed. */
export function ProfileTabs({ profile, options }: { profile: SavedProfile; options: PreferenceOptions }) {
  // The page holds what was saved last; its own saves bring the version forward before a refresh arrives.
  const [saved, setSaved] = useState(profile);
  const onSaved = (patch: Partial<SavedProfile>) => setSaved((current) => ({ ...current, ...patch }));
  return (
    <Tabs defaultValue="profile">
      <TabsList aria-label="Profile sections">
        {TABS.map(({ value, label }) => (
          <TabsTrigger key={value} value={value}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="profile" forceMount className="data-[state=inactive]:hidden">
        <FactsForm saved={saved} onSaved={onSaved} />
      </TabsContent>
      <TabsContent value="preferences" forceMount className="data-[state=inactive]:hidden">
        <PreferencesForm saved={saved} onSaved={onSaved} options={options} />
      </TabsContent>
      <TabsContent value="weights" forceMount className="data-[state=inactive]:hidden">
        <WeightsForm saved={saved} onSaved={onSaved} />
      </TabsContent>
    </Tabs>
  );
}

export interface TabFormProps {
  saved: SavedProfile;
  onSaved: (patch: Partial<SavedProfile>) => void;
}
