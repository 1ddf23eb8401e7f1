"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Preferences } from "@/db/schema/shapes";
import type { SalaryInterval } from "@/db/schema/vocabulary";
import { INTERVAL_LABELS } from "./labels";

type Floor = NonNullable<Preferences["salaryFloor"]>;

/** The least pay worth reading about; empty means any. */
export function SalaryFields({
  floor,
  currencies,
  onChange,
}: {
  floor: Floor | undefined;
  currencies: readonly string[];
  onChange: (floor: Floor | undefined) => void;
}) {
  const current: Floor = floor ?? { amount: 0, currency: "EUR", interval: "year" };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_5.5rem_7rem] items-end gap-2 sm:max-w-md">
      <Field name="preferences.salaryFloor.amount" label="Least pay">
        <Input
          type="number"
          inputMode="numeric"
          min={0}
          step={500}
          placeholder="any"
          value={floor?.amount ?? ""}
          onChange={({ target }) =>
            onChange(target.value === "" ? undefined : { ...current, amount: Number(target.value) })
          }
        />
      </Field>
      <Select
        aria-label="Currency"
        value={current.currency}
        onChange={({ target }) => onChange({ ...current, currency: target.value })}
      >
        {currencies.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </Select>
      <Select
        aria-label="Pay interval"
        value={current.interval}
        onChange={({ target }) => onChange({ ...current, interval: target.value as SalaryInterval })}
      >
        {Object.entries(INTERVAL_LABELS).map(([interval, label]) => (
          <option key={interval} value={interval}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}
