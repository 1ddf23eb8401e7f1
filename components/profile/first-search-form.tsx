"use client";

import { Play } from "lucide-react";
import { useState } from "react";
import { startFirstSearchAction } from "@/app/(app)/onboarding/actions";
import { ActionForm } from "@/components/form/action-form";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Preferences, ProfileFacts } from "@/db/schema/shapes";
import type { PreferenceOptions } from "@/lib/profiles/options";
import { describeCriteria, describeSchedule } from "@/lib/searches/describe";
import { proposeFrom } from "@/lib/searches/propose";
import { PreferenceEssentials } from "./preference-essentials";
import { useBrowserZone } from "./time-zone-field";

export interface ProposalSource {
  id: string;
  name: string;
  needsBoard: boolean;
}

/** Essentials of what one looks for, and the search they make, kept in step while one types. */
export function FirstSearchForm({
  titles,
  preferences: saved,
  version,
  sources,
  options,
}: {
  titles: string[];
  preferences: Preferences;
  version: number;
  sources: ProposalSource[];
  options: PreferenceOptions;
}) {
  const [edits, setEdits] = useState<Partial<Preferences>>({});
  const here = useBrowserZone();
  // Nobody chose UTC: a fresh profile takes the zone of the browser.
  const isZoneUnset = saved.timeZone === "UTC" && here !== undefined;
  const preferences = { ...saved, ...(isZoneUnset && { timeZone: here }), ...edits };
  const proposal = proposeFrom({ facts: { titles } as ProfileFacts, preferences, sources });
  const names = proposal.sources.map(({ sourceId }) => sources.find(({ id }) => id === sourceId)?.name ?? sourceId);
  const start = () => startFirstSearchAction({ preferences, version });
  return (
    <ActionForm action={start} className="space-y-5">
      <Card>
        <CardHeader>
          <CardTitle>What you are looking for</CardTitle>
          <CardDescription>The search below follows. What a posting does not state never hides it.</CardDescription>
        </CardHeader>
        <CardContent>
          <PreferenceEssentials
            preferences={preferences}
            options={options}
            change={(patch) => setEdits((current) => ({ ...current, ...patch }))}
          />
        </CardContent>
      </Card>
      <Card aria-labelledby="first-search">
        <CardHeader>
          <CardTitle id="first-search">{proposal.name}</CardTitle>
          <CardDescription>Your first search, from what you said. It can be changed at any time.</CardDescription>
        </CardHeader>
        <CardContent>
          <dl className="grid gap-x-6 gap-y-2.5 sm:grid-cols-[6rem_minmax(0,1fr)]">
            <dt className="text-muted">Looks for</dt>
            <dd className="flex flex-wrap gap-1.5">
              {describeCriteria(proposal.criteria).map((text) => (
                <Badge key={text} tone="outline" className="whitespace-normal">
                  {text}
                </Badge>
              ))}
            </dd>
            <dt className="text-muted">On</dt>
            <dd>{names.length > 0 ? names.join(", ") : "No source is on. Switch one on in the settings."}</dd>
            <dt className="text-muted">When</dt>
            <dd>Now, then {lowerFirst(describeSchedule(proposal.schedule))}</dd>
          </dl>
        </CardContent>
        <CardFooter>
          <SubmitButton size="lg" busyLabel="Starting…" disabled={names.length === 0}>
            <Play aria-hidden /> Run now
          </SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
