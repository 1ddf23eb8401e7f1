"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TagInput } from "@/components/ui/tag-input";
import { EMPLOYMENT_LABELS } from "./labels";
import type { PreferencePartProps } from "./preference-essentials";
import { ToggleGroup } from "./toggle-group";

/** What keeps jobs out. */
export function PreferenceLimits({ preferences, change }: Omit<PreferencePartProps, "options">) {
  return (
    <div className="space-y-5">
      <ToggleGroup
        label="Employment"
        hint="None chosen: any. What a posting does not state never hides it."
        options={EMPLOYMENT_LABELS}
        selected={preferences.employmentTypes}
        onChange={(employmentTypes) => change({ employmentTypes })}
      />
      <Field
        name="preferences.minOverlapHours"
        label="Hours that must overlap"
        hint="Of an eight-hour day, with a team in another time zone."
        className="sm:max-w-xs"
      >
        <Input
          type="number"
          inputMode="numeric"
          min={0}
          max={24}
          placeholder="any"
          value={preferences.minOverlapHours ?? ""}
          onChange={({ target }) => change({ minOverlapHours: target.value === "" ? undefined : Number(target.value) })}
        />
      </Field>
      <Field
        name="preferences.mustNotWords"
        label="Words a job must not contain"
        hint="Whole words in title or text. Jobs with one are marked not eligible, with the word quoted."
      >
        <TagInput
          value={preferences.mustNotWords}
          onValueChange={(mustNotWords) => change({ mustNotWords })}
          placeholder="crypto, gambling…"
        />
      </Field>
      <Field name="preferences.blockedCompanies" label="Companies you will not work for">
        <TagInput
          value={preferences.blockedCompanies}
          onValueChange={(blockedCompanies) => change({ blockedCompanies })}
          maxTags={500}
          placeholder="Company name…"
        />
      </Field>
    </div>
  );
}
