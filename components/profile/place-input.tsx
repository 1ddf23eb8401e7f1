"use client";

import { Plus } from "lucide-react";
import { type KeyboardEvent, useId, useState, useTransition } from "react";
import { findPlaceAction } from "@/app/(app)/profile/actions";
import { Button } from "@/components/ui/button";
import { controlClasses } from "@/components/ui/control-classes";
import { Label } from "@/components/ui/label";
import type { Place } from "@/db/schema/shapes";
import { cn } from "@/lib/utils";

/** Adds a place JOBA knows, so that distances and countries can be told. */
export function PlaceInput({ label, onAdd }: { label: string; onAdd: (place: Place) => void }) {
  const id = useId();
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const [isBusy, start] = useTransition();
  const add = () =>
    start(async () => {
      if (text.trim() === "") return;
      const result = await findPlaceAction({ text });
      if (!result.ok) {
        setError(result.error.message);
        return;
      }
      onAdd(result.data.place);
      setText("");
      setError(undefined);
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <div className="max-w-sm space-y-1.5">
      <Label htmlFor={id}>{label}</Label>
      <div className="flex gap-2">
        <input
          id={id}
          value={text}
          maxLength={200}
          autoComplete="off"
          placeholder="Berlin, Germany"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={({ target }) => {
            setText(target.value);
            setError(undefined);
          }}
          onKeyDown={onKeyDown}
          className={cn(controlClasses, "h-8 px-2.5 coarse:h-11")}
        />
        <Button onClick={add} aria-disabled={isBusy || undefined}>
          <Plus aria-hidden /> Add
        </Button>
      </div>
      <p id={`${id}-error`} role="alert" className={error ? "text-danger text-sm" : "hidden"}>
        {error}
      </p>
    </div>
  );
}

/** "Berlin, DE" for a city, the name for anything larger. */
export function placeName({ city, region, country, text, scope }: Place): string {
  if (scope === "city" && city) return [city, country].filter(Boolean).join(", ");
  if (scope === "region" && region) return [region, country].filter(Boolean).join(", ");
  return text;
}
