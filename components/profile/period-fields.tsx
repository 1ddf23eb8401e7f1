"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** From and to as "2021-03" or "2021". */
export function PeriodFields({
  path,
  from,
  to,
  isCurrent = false,
  onChange,
}: {
  path: string;
  from?: string;
  to?: string;
  isCurrent?: boolean;
  onChange: (patch: { from?: string; to?: string }) => void;
}) {
  return (
    <>
      <Field name={`${path}.from`} label="From" hint="Year, or year and month">
        <Input
          value={from ?? ""}
          placeholder="2021-03"
          maxLength={7}
          autoComplete="off"
          onChange={({ target }) => onChange({ from: target.value.trim() || undefined })}
        />
      </Field>
      <Field name={`${path}.to`} label="To" hint={isCurrent ? "Still going on" : "Year, or year and month"}>
        <Input
          value={isCurrent ? "" : (to ?? "")}
          placeholder={isCurrent ? "present" : "2023-11"}
          maxLength={7}
          autoComplete="off"
          disabled={isCurrent}
          onChange={({ target }) => onChange({ to: target.value.trim() || undefined })}
        />
      </Field>
    </>
  );
}
