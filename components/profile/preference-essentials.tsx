"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { TagInput } from "@/components/ui/tag-input";
import type { Preferences } from "@/db/schema/shapes";
import type { PreferenceOptions } from "@/lib/profiles/options";
import { CountryInput } from "./country-input";
import { WORKPLACE_LABELS } from "./labels";
import { PreferredPlaces } from "./preferred-places";
import { SalaryFields } from "./salary-fields";
import { TimeZoneField } from "./time-zone-field";
import { ToggleGroup } from "./toggle-group";

export interface PreferencePartProps {
  preferences: Preferences;
  change: (patch: Partial<Preferences>) => void;
  options: PreferenceOptions;
}

/** What decides most about which jobs are worth a look. */
export function PreferenceEssentials({ preferences, change, options }: PreferencePartProps) {
  return (
    <div className="space-y-5">
      <Field
        name="preferences.targetTitles"
        label="Titles you look for"
        hint="Leave empty to look for what you are now."
      >
        <TagInput
          value={preferences.targetTitles}
          onValueChange={(targetTitles) => change({ targetTitles })}
          maxTags={20}
          placeholder="Frontend Engineer…"
        />
      </Field>
      <ToggleGroup
        label="Where you work"
        hint="None chosen: any."
        options={WORKPLACE_LABELS}
        selected={preferences.workplaces}
        onChange={(workplaces) => change({ workplaces })}
      />
      <PreferredPlaces locations={preferences.locations} onChange={(locations) => change({ locations })} />
      <div className="grid gap-5 md:grid-cols-2">
        <Field
          name="preferences.workCountries"
          label="Countries you may work in"
          hint="Without sponsorship. A remote job limited to another country is marked."
        >
          <CountryInput
            codes={preferences.workCountries}
            countries={options.countries}
            onChange={(workCountries) => change({ workCountries })}
          />
        </Field>
        <TimeZoneField
          value={preferences.timeZone}
          zones={options.timeZones}
          onChange={(timeZone) => change({ timeZone })}
        />
      </div>
      <SalaryFields
        floor={preferences.salaryFloor}
        currencies={options.currencies}
        onChange={(salaryFloor) => change({ salaryFloor })}
      />
      <div className="grid gap-2 sm:grid-cols-2">
        <Field name="preferences.willRelocate" label="I would move for a job" isInline>
          <Checkbox checked={preferences.willRelocate} onCheckedChange={(willRelocate) => change({ willRelocate })} />
        </Field>
        <Field name="preferences.needsSponsorship" label="Elsewhere I would need a visa sponsor" isInline>
          <Checkbox
            checked={preferences.needsSponsorship}
            onCheckedChange={(needsSponsorship) => change({ needsSponsorship })}
          />
        </Field>
      </div>
    </div>
  );
}
