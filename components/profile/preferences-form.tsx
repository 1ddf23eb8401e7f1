"use client";

import { useState } from "react";
import { toast } from "sonner";
import { savePreferencesAction } from "@/app/(app)/profile/actions";
import { ActionForm } from "@/components/form/action-form";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { Preferences } from "@/db/schema/shapes";
import type { PreferenceOptions } from "@/lib/profiles/options";
import { PreferenceEssentials } from "./preference-essentials";
import { PreferenceLimits } from "./preference-limits";
import type { TabFormProps } from "./profile-tabs";
import { SaveBar } from "./save-bar";

export function PreferencesForm({ saved, onSaved, options }: TabFormProps & { options: PreferenceOptions }) {
  const [edits, setEdits] = useState<Partial<Preferences>>({});
  const preferences = { ...saved.preferences, ...edits };
  const change = (patch: Partial<Preferences>) => setEdits((current) => ({ ...current, ...patch }));
  const save = async () => {
    const result = await savePreferencesAction({ preferences, version: saved.version });
    if (result.ok) {
      onSaved(result.data);
      setEdits((current) => (current === edits ? {} : current));
    }
    return result;
  };
  return (
    <ActionForm
      action={save}
      className="space-y-4"
      onSuccess={() => toast.success("Saved. Your matches are being computed anew.")}
    >
      <Card>
        <CardHeader>
          <CardTitle>What you are looking for</CardTitle>
          <CardDescription>Jobs are scored and checked against this. Searches have their own filters.</CardDescription>
        </CardHeader>
        <CardContent>
          <PreferenceEssentials preferences={preferences} change={change} options={options} />
        </CardContent>
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>What you will not take</CardTitle>
          <CardDescription>Such jobs stay findable, marked not eligible with the clause that says so.</CardDescription>
        </CardHeader>
        <CardContent>
          <PreferenceLimits preferences={preferences} change={change} />
        </CardContent>
      </Card>
      <SaveBar isDirty={Object.keys(edits).length > 0} />
    </ActionForm>
  );
}
