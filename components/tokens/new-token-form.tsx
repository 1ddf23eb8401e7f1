"use client";

import { useState } from "react";
import { createApiTokenAction } from "@/app/(app)/settings/api-tokens/actions";
import { ActionForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { useFieldError } from "@/components/ui/field-context";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { API_SCOPES } from "@/db/schema/vocabulary";
import { TOKEN_DAYS } from "@/lib/tokens/schemas";
import { READ_SCOPES, SCOPE_LABELS } from "./scopes";

type Preset = "read" | "everything" | "chosen";

const PRESETS = [
  { value: "read", label: "Read only" },
  { value: "everything", label: "Everything" },
  { value: "chosen", label: "Choose" },
] as const;
const DAY_LABELS: Record<(typeof TOKEN_DAYS)[number], string> = { 30: "30 days", 90: "90 days", 365: "A year" };

export function NewTokenForm({
  today,
  onMade,
}: {
  today: string;
  onMade: (made: { token: string; name: string }) => void;
}) {
  const [preset, setPreset] = useState<Preset>("read");
  const [lifetime, setLifetime] = useState("90");
  return (
    <ActionForm action={createApiTokenAction} onSuccess={onMade}>
      <Field name="name" label="Name" hint="What will use it, so that you know it again." isRequired>
        <Input maxLength={80} autoComplete="off" placeholder="Nightly export" />
      </Field>
      <div className="space-y-2">
        <p className="font-medium" id="scopes-label">
          What it may do
        </p>
        <SegmentedControl label="What it may do" options={PRESETS} value={preset} onValueChange={setPreset} />
        <ScopeChoice preset={preset} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="lifetime" label="Lasts">
          <Select value={lifetime} onChange={(event) => setLifetime(event.target.value)}>
            {TOKEN_DAYS.map((days) => (
              <option key={days} value={days}>
                {DAY_LABELS[days]}
              </option>
            ))}
            <option value="date">Until a date</option>
          </Select>
        </Field>
        {lifetime === "date" && (
          <Field name="expiresOn" label="Last day" hint="A year from now at most." isRequired>
            <Input type="date" min={today} />
          </Field>
        )}
      </div>
      <DialogFooter>
        <SubmitButton busyLabel="Making the token…">Make token</SubmitButton>
      </DialogFooter>
    </ActionForm>
  );
}

function ScopeChoice({ preset }: { preset: Preset }) {
  const error = useFieldError("scopes");
  if (preset !== "chosen") {
    const scopes = preset === "read" ? READ_SCOPES : API_SCOPES;
    return (
      <>
        {scopes.map((scope) => (
          <input key={scope} type="hidden" name="scopes[]" value={scope} />
        ))}
        <p className="text-muted text-sm">
          {preset === "read"
            ? "See everything, change nothing."
            : "See and change everything you can, except password, address and two-step sign-in."}
        </p>
      </>
    );
  }
  return (
    <fieldset aria-describedby={error ? "scopes-error" : undefined} className="grid gap-2 sm:grid-cols-2">
      <legend className="sr-only">Scopes</legend>
      {API_SCOPES.map((scope) => (
        <label
          key={scope}
          htmlFor={`scope-${scope}`}
          className="flex min-w-0 items-start gap-2.5 coarse:min-h-11 coarse:items-center"
        >
          <Checkbox id={`scope-${scope}`} name="scopes[]" value={scope} className="mt-0.5" />
          <span className="min-w-0">
            <span className="block">{SCOPE_LABELS[scope]}</span>
            <code className="font-mono text-muted text-xs">{scope}</code>
          </span>
        </label>
      ))}
      {error && (
        <p id="scopes-error" className="text-danger text-sm sm:col-span-2">
          {error}
        </p>
      )}
    </fieldset>
  );
}
