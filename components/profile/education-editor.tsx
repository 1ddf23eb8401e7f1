"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ProfileFacts } from "@/db/schema/shapes";
import { EntryList } from "./entry-list";
import type { EditorProps } from "./facts-editor";
import { DEGREE_LABELS, periodText } from "./labels";
import { PeriodFields } from "./period-fields";

type Education = ProfileFacts["education"][number];

export function EducationEditor({ facts, edit }: EditorProps) {
  return (
    <EntryList<Education>
      path="facts.education"
      items={facts.education}
      empty="Nothing here yet. Few jobs insist on a degree; those that do are checked against this."
      addLabel="Add education"
      create={() => ({ institution: "", degree: "", field: "", level: "none" })}
      onChange={(education) => edit({ education })}
      line={({ institution, degree, field, level, ...period }) => ({
        title: [degree, field].filter(Boolean).join(" ") || institution,
        detail: [degree || field ? institution : "", level === "none" ? "" : DEGREE_LABELS[level], periodText(period)]
          .filter(Boolean)
          .join(" · "),
      })}
      form={(item, index, change) => {
        const path = `facts.education.${index}`;
        return (
          <div className="grid gap-3 sm:grid-cols-2">
            <Field name={`${path}.institution`} label="School or university" className="sm:col-span-2">
              <Input
                value={item.institution}
                maxLength={200}
                onChange={({ target }) => change({ institution: target.value })}
              />
            </Field>
            <Field name={`${path}.degree`} label="Degree">
              <Input value={item.degree} maxLength={200} onChange={({ target }) => change({ degree: target.value })} />
            </Field>
            <Field name={`${path}.field`} label="Field">
              <Input value={item.field} maxLength={200} onChange={({ target }) => change({ field: target.value })} />
            </Field>
            <Field name={`${path}.level`} label="Counts as" className="sm:col-span-2">
              <Select
                value={item.level}
                onChange={({ target }) => change({ level: target.value as Education["level"] })}
              >
                {Object.entries(DEGREE_LABELS).map(([level, label]) => (
                  <option key={level} value={level}>
                    {label}
                  </option>
                ))}
              </Select>
            </Field>
            <PeriodFields path={path} {...item} onChange={change} />
          </div>
        );
      }}
    />
  );
}
