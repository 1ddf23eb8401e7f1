"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

const never = () => () => {};

/** The zone of this browser; undefined on the server. */
export function useBrowserZone(): string | undefined {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => undefined,
  );
}

export function TimeZoneField({
  value,
  zones,
  onChange,
}: {
  value: string;
  zones: readonly string[];
  onChange: (zone: string) => void;
}) {
  const here = useBrowserZone();
  return (
    <Field name="preferences.timeZone" label="Time zone" hint="Runs start and hours overlap by this clock.">
      <div className="flex gap-2">
        <Select value={value} onChange={({ target }) => onChange(target.value)}>
          {[...new Set([value, ...(here ? [here] : []), ...zones])].map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
        {here && here !== value && <Button onClick={() => onChange(here)}>Use this browser’s</Button>}
      </div>
    </Field>
  );
}
