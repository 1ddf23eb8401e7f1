"use client";

import { useState } from "react";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { SearchSchedule } from "@/db/schema/shapes";

const CADENCE_LABELS = {
  manual: "Only when I press Run",
  hourly: "Every hour",
  daily: "Every day",
  weekdays: "Weekdays",
  weekly: "Once a week",
} as const;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** When a search runs, in the person's wall time. */
export function ScheduleFields({ schedule }: { schedule: SearchSchedule }) {
  const [cadence, setCadence] = useState(schedule.cadence);
  const zones = useZones(schedule.timeZone);
  return (
    <Card>
      <CardHeader>
        <CardTitle>When it runs</CardTitle>
        <CardDescription>Local time, also across clock changes. A missed time is caught up once.</CardDescription>
      </CardHeader>
      <CardContent className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field name="schedule.cadence" label="How often">
          <Select value={cadence} onChange={(event) => setCadence(event.target.value as SearchSchedule["cadence"])}>
            {Object.entries(CADENCE_LABELS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {cadence === "weekly" && (
          <Field name="schedule.weekday" label="On">
            <Select defaultValue={schedule.weekday}>
              {WEEKDAYS.map((day, index) => (
                <option key={day} value={index + 1}>
                  {day}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {cadence !== "manual" && (
          <Field name="schedule.time" label={cadence === "hourly" ? "At the minute of" : "At"}>
            <Input type="time" defaultValue={schedule.time} required />
          </Field>
        )}
        <Field name="schedule.timeZone" label="Time zone">
          <Select defaultValue={schedule.timeZone}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        </Field>
      </CardContent>
    </Card>
  );
}

function useZones(current: string): string[] {
  const [zones] = useState(() => [...new Set(["UTC", current, ...Intl.supportedValuesOf("timeZone")])].sort());
  return zones;
}
