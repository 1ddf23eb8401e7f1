"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ProfileRole } from "@/db/schema/shapes";
import { EntryList } from "./entry-list";
import type { EditorProps } from "./facts-editor";
import { periodText } from "./labels";
import { PeriodFields } from "./period-fields";

export function RolesEditor({ facts, edit }: EditorProps) {
  return (
    <EntryList<ProfileRole>
      path="facts.roles"
      items={facts.roles}
      empty="No roles yet. With dates, JOBA knows how long you have used what."
      addLabel="Add a role"
      create={() => ({ title: "", company: "", isCurrent: false, summary: "" })}
      onChange={(roles) => edit({ roles })}
      line={({ title, company, location, ...period }) => ({
        title: [title, company].filter(Boolean).join(", "),
        detail: [periodText(period), location].filter(Boolean).join(" · "),
      })}
      form={(role, index, change) => {
        const path = `facts.roles.${index}`;
        return (
          <div className="grid gap-3 sm:grid-cols-2">
            <Field name={`${path}.title`} label="Title">
              <Input value={role.title} maxLength={200} onChange={({ target }) => change({ title: target.value })} />
            </Field>
            <Field name={`${path}.company`} label="Employer">
              <Input
                value={role.company}
                maxLength={200}
                onChange={({ target }) => change({ company: target.value })}
              />
            </Field>
            <PeriodFields path={path} {...role} onChange={change} />
            <Field name={`${path}.location`} label="Place">
              <Input
                value={role.location ?? ""}
                maxLength={200}
                onChange={({ target }) => change({ location: target.value || undefined })}
              />
            </Field>
            <Field name={`${path}.isCurrent`} label="I work here now" isInline className="self-end pb-1.5">
              <Checkbox
                checked={role.isCurrent}
                onCheckedChange={(isCurrent) => change({ isCurrent, ...(isCurrent && { to: undefined }) })}
              />
            </Field>
            <Field name={`${path}.summary`} label="What you did" className="sm:col-span-2">
              <Textarea
                value={role.summary}
                maxLength={8000}
                className="max-h-80"
                onChange={({ target }) => change({ summary: target.value })}
              />
            </Field>
          </div>
        );
      }}
    />
  );
}
