"use client";

import { useId } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { JobFilters } from "@/lib/jobs/schemas";

const CURRENCIES = ["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "PLN", "SEK", "DKK", "INR"];

/** A floor in one currency. Pay in other currencies counts as unknown: JOBA does not convert silently. */
export function PayFilter({
  filters,
  onChange,
}: {
  filters: JobFilters;
  onChange: (patch: Partial<JobFilters>) => void;
}) {
  const id = useId();
  const currency = filters.currency ?? "EUR";
  const set = (text: string) => {
    const amount = Number(text.replace(/\D/g, ""));
    onChange(amount > 0 ? { salaryMin: amount, currency } : { salaryMin: undefined, currency: undefined });
  };
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-muted text-sm">Pay a year, at least</legend>
      <div className="flex gap-2">
        <Input
          key={filters.salaryMin ?? ""}
          aria-label="Least pay a year"
          inputMode="numeric"
          placeholder="90000"
          defaultValue={filters.salaryMin ?? ""}
          onBlur={(event) => Number(event.target.value) !== (filters.salaryMin ?? 0) && set(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && set(event.currentTarget.value)}
        />
        <div className="w-28 shrink-0">
          <Select
            aria-label="Currency"
            value={currency}
            onChange={(event) => filters.salaryMin && onChange({ currency: event.target.value })}
          >
            {[...new Set([currency, ...CURRENCIES])].map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        </div>
      </div>
      <label htmlFor={id} className="mt-2 flex items-center justify-between gap-3">
        Hide jobs without {filters.salaryMin ? `pay in ${currency}` : "stated pay"}
        <Switch
          id={id}
          checked={filters.unknownPay === "hide"}
          onCheckedChange={(isOn) => onChange({ unknownPay: isOn ? "hide" : "keep" })}
        />
      </label>
    </fieldset>
  );
}
