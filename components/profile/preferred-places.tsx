"use client";

import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Preferences } from "@/db/schema/shapes";
import { PlaceInput, placeName } from "./place-input";

const RADII = [0, 10, 25, 50, 100, 200];

/** Places to work in, each with how far around it is fine. */
export function PreferredPlaces({
  locations,
  onChange,
}: {
  locations: Preferences["locations"];
  onChange: (locations: Preferences["locations"]) => void;
}) {
  return (
    <div className="space-y-2">
      <PlaceInput
        label="Where would you work on site or hybrid?"
        onAdd={(place) => {
          if (locations.some((one) => placeName(one.place) === placeName(place))) return;
          onChange([...locations, { place, radiusKm: 50 }].slice(0, 20));
        }}
      />
      {locations.length > 0 && (
        <ul aria-label="Places to work in" className="space-y-1.5 sm:max-w-md">
          {locations.map(({ place, radiusKm }, index) => (
            <li key={placeName(place)} className="grid grid-cols-[minmax(0,1fr)_9rem_auto] items-center gap-2">
              <span className="truncate">{placeName(place)}</span>
              {place.scope === "city" ? (
                <Select
                  aria-label={`Radius around ${placeName(place)}`}
                  value={radiusKm}
                  onChange={({ target }) =>
                    onChange(
                      locations.map((one, at) => (at === index ? { ...one, radiusKm: Number(target.value) } : one)),
                    )
                  }
                >
                  {[...new Set([...RADII, radiusKm])]
                    .sort((a, b) => a - b)
                    .map((radius) => (
                      <option key={radius} value={radius}>
                        {radius === 0 ? "only there" : `within ${radius} km`}
                      </option>
                    ))}
                </Select>
              ) : (
                <span className="text-muted text-sm">all of it</span>
              )}
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`Remove ${placeName(place)}`}
                onClick={() => onChange(locations.filter((_, at) => at !== index))}
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
