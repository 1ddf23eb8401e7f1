"use client";

import { RemovableChip } from "@/components/ui/chip";
import type { EditorProps } from "./facts-editor";
import { PlaceInput, placeName } from "./place-input";

export function LocationsEditor({ facts: { locations }, edit }: EditorProps) {
  return (
    <div className="space-y-3">
      {locations.length > 0 && (
        <ul aria-label="Where you live" className="flex flex-wrap gap-1.5">
          {locations.map((place) => (
            <li key={placeName(place)} className="min-w-0">
              <RemovableChip
                label={placeName(place)}
                onRemove={() => edit({ locations: locations.filter((other) => other !== place) })}
              >
                {placeName(place)}
              </RemovableChip>
            </li>
          ))}
        </ul>
      )}
      <PlaceInput
        label={locations.length > 0 ? "Add a place" : "City and country"}
        onAdd={(place) => {
          if (locations.some((other) => placeName(other) === placeName(place))) return;
          edit({ locations: [...locations, place].slice(0, 10) });
        }}
      />
    </div>
  );
}
