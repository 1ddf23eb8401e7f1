"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { TagInput } from "@/components/ui/tag-input";
import { Textarea } from "@/components/ui/textarea";
import { SENIORITIES, type Seniority } from "@/db/schema/vocabulary";
import { Confidence } from "./confidence";
import type { EditorProps } from "./facts-editor";
import { SENIORITY_LABELS } from "./labels";

export function BasicsEditor({ facts, edit }: EditorProps) {
  const sure = (field: string) => <Confidence value={facts.confidence[field]} />;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field
        name="facts.titles"
        label="Titles"
        hint="What you do now; the first counts most."
        aside={sure("titles")}
        className="md:col-span-2"
      >
        <TagInput
          value={facts.titles}
          onValueChange={(titles) => edit({ titles })}
          maxTags={20}
          placeholder="Senior Frontend Engineer…"
        />
      </Field>
      <Field name="facts.seniority" label="Level" aside={sure("seniority")}>
        <Select
          value={facts.seniority ?? ""}
          onChange={({ target }) => edit({ seniority: (target.value || undefined) as Seniority | undefined })}
        >
          <option value="">Not stated</option>
          {SENIORITIES.map((seniority) => (
            <option key={seniority} value={seniority}>
              {SENIORITY_LABELS[seniority]}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="facts.yearsOfExperience" label="Years of experience" aside={sure("yearsOfExperience")}>
        <Input
          type="number"
          inputMode="decimal"
          min={0}
          max={60}
          step={0.1}
          value={facts.yearsOfExperience ?? ""}
          onChange={({ target }) => edit({ yearsOfExperience: target.value === "" ? undefined : Number(target.value) })}
        />
      </Field>
      <Field name="facts.headline" label="Headline" aside={sure("headline")} className="md:col-span-2">
        <Input value={facts.headline} maxLength={300} onChange={({ target }) => edit({ headline: target.value })} />
      </Field>
      <Field name="facts.summary" label="Summary" aside={sure("summary")} className="md:col-span-2">
        <Textarea
          rows={3}
          maxLength={4000}
          value={facts.summary}
          onChange={({ target }) => edit({ summary: target.value })}
        />
      </Field>
    </div>
  );
}
