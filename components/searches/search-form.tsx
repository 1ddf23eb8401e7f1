"use client";

import { useState } from "react";
import { createSearchAction, createSearchAndRunAction, updateSearchAction } from "@/app/(app)/searches/actions";
import { ActionForm } from "@/components/form/action-form";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TagInput } from "@/components/ui/tag-input";
import { EMPLOYMENT_TYPES } from "@/db/schema/vocabulary";
import type { CreateSearchInput } from "@/lib/searches/schemas";
import { CheckGroup } from "./check-group";
import { readSearchForm } from "./read-search-form";
import { ScheduleFields } from "./schedule-fields";
import { type SourceOption, SourcePicker } from "./source-picker";

const WORKPLACE_OPTIONS = [
  { value: "remote", label: "Remote" },
  { value: "hybrid", label: "Hybrid" },
  { value: "onsite", label: "On-site" },
];
const EMPLOYMENT_OPTIONS = EMPLOYMENT_TYPES.filter((type) => type !== "other").map((value) => ({
  value,
  label: value.replaceAll("_", "-").replace(/^./, (letter) => letter.toUpperCase()),
}));
const AGES = [1, 3, 7, 14, 30, 60, 90];

/** Creates a search, or changes the one with `id`. */
export function SearchForm({
  id,
  initial,
  sources,
}: {
  id?: string;
  initial: CreateSearchInput;
  sources: SourceOption[];
}) {
  const { criteria, schedule } = initial;
  const [chosen, setChosen] = useState(initial.sources);
  const submit = async (_previous: unknown, form?: unknown) => {
    const data = form as FormData;
    const input = readSearchForm(data, chosen, initial.isActive);
    if (id) return updateSearchAction({ ...input, id });
    return data.get("intent") === "run" ? createSearchAndRunAction(input) : createSearchAction(input);
  };
  return (
    <ActionForm action={submit} className="space-y-5">
      <Card>
        <CardHeader>
          <CardTitle>What you are looking for</CardTitle>
          <CardDescription>What a posting does not state never hides it; it is kept and marked.</CardDescription>
        </CardHeader>
        <CardContent className="grid gap-4 md:grid-cols-2">
          <Field name="name" label="Name" isRequired className="md:col-span-2">
            <Input defaultValue={initial.name} maxLength={120} autoComplete="off" />
          </Field>
          <Field
            name="criteria.keywords"
            label="Titles or words"
            hint="A posting needs one of them, in its title or its text."
            className="md:col-span-2"
          >
            <TagInput defaultValue={criteria.keywords} maxTags={20} placeholder="Frontend Engineer, React…" />
          </Field>
          <Field
            name="criteria.locations"
            label="Places"
            hint="Cities, regions or countries. Leave empty for anywhere."
          >
            <TagInput defaultValue={criteria.locations} maxTags={20} placeholder="Berlin, Germany…" />
          </Field>
          <Field
            name="criteria.excludeWords"
            label="Not with these words in the title"
            hint="Only the title counts: a text may say “no PHP”."
          >
            <TagInput defaultValue={criteria.excludeWords} maxTags={50} placeholder="Intern, PHP…" />
          </Field>
          <CheckGroup
            name="criteria.workplaces"
            label="Workplace"
            hint="None checked: any."
            options={WORKPLACE_OPTIONS}
            selected={criteria.workplaces}
          />
          <Field name="criteria.postedWithinDays" label="Posted within">
            <Select defaultValue={criteria.postedWithinDays ?? ""}>
              <option value="">Any time</option>
              {[...new Set([...AGES, ...(criteria.postedWithinDays ? [criteria.postedWithinDays] : [])])]
                .sort((a, b) => a - b)
                .map((days) => (
                  <option key={days} value={days}>
                    {days === 1 ? "1 day" : `${days} days`}
                  </option>
                ))}
            </Select>
          </Field>
          <CheckGroup
            name="criteria.employmentTypes"
            label="Employment"
            hint="None checked: any."
            options={EMPLOYMENT_OPTIONS}
            selected={criteria.employmentTypes}
            className="md:col-span-2"
          />
        </CardContent>
      </Card>
      <SourcePicker options={sources} chosen={chosen} onChange={setChosen} />
      <ScheduleFields schedule={schedule} />
      <div className="flex justify-end gap-2">
        {!id && (
          <SubmitButton variant="secondary" name="intent" value="save" busyLabel="Saving…">
            Save
          </SubmitButton>
        )}
        <SubmitButton name="intent" value={id ? "save" : "run"} busyLabel="Saving…">
          {id ? "Save changes" : "Save and run"}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
