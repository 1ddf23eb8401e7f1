"use client";

import { useState } from "react";
import { toast } from "sonner";
import { savePreferencesAction } from "@/app/(app)/profile/actions";
import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { Preferences } from "@/db/schema/shapes";
import type { TabFormProps } from "./profile-tabs";
import { SaveBar } from "./save-bar";
import { WeightSliders } from "./weight-sliders";

export function WeightsForm({ saved, onSaved }: TabFormProps) {
  const [edited, setEdited] = useState<Preferences["weights"]>();
  const weights = edited ?? saved.preferences.weights;
  const save = async () => {
    const result = await savePreferencesAction({
      preferences: { ...saved.preferences, weights },
      version: saved.version,
    });
    if (result.ok) {
      onSaved(result.data);
      setEdited((current) => (current === edited ? undefined : current));
    }
    return result;
  };
  return (
    <ActionForm
      action={save}
      className="space-y-4"
      onSuccess={() => toast.success("Saved. Your list is being ranked anew.")}
    >
      <Card>
        <CardHeader>
          <CardTitle>What a score is made of</CardTitle>
          <CardDescription>
            The parts always add up to 100. Where a posting says nothing about a part, its points go to the others.
          </CardDescription>
        </CardHeader>
        <CardContent>
          <WeightSliders weights={weights} onChange={setEdited} />
        </CardContent>
      </Card>
      <SaveBar isDirty={edited !== undefined}>
        {Object.keys(weights).length > 0 && <Button onClick={() => setEdited({})}>Back to the defaults</Button>}
      </SaveBar>
    </ActionForm>
  );
}
