import type { SearchCriteria, SearchSchedule } from "@/db/schema/shapes";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const WORKPLACES = { remote: "remote", hybrid: "hybrid", onsite: "on-site", unknown: "workplace not stated" } as const;

/** "Weekdays at 07:30 (Europe/Berlin)". */
export function describeSchedule({ cadence, time, weekday, timeZone }: SearchSchedule): string {
  switch (cadence) {
    case "manual":
      return "Only when you press Run";
    case "hourly":
      return `Every hour at ${time.slice(3)} past`;
    case "daily":
      return `Every day at ${time} (${timeZone})`;
    case "weekdays":
      return `Weekdays at ${time} (${timeZone})`;
    case "weekly":
      return `${WEEKDAYS[weekday - 1]}s at ${time} (${timeZone})`;
  }
}

/** What a search asks for, a few words each: "Frontend Engineer", "Berlin", "remote or hybrid". */
export function describeCriteria(criteria: SearchCriteria): string[] {
  const { keywords, locations, workplaces, employmentTypes, excludeWords, postedWithinDays } = criteria;
  return [
    keywords.length > 0 ? listed(keywords, 3) : "Every title",
    listed(locations, 2),
    listed(
      workplaces.map((workplace) => WORKPLACES[workplace]),
      3,
      " or ",
    ),
    listed(
      employmentTypes.map((type) => type.replaceAll("_", "-")),
      2,
      " or ",
    ),
    postedWithinDays ? `last ${postedWithinDays} days` : "",
    excludeWords.length > 0 ? `without ${listed(excludeWords, 2)}` : "",
  ].filter(Boolean);
}

function listed(items: string[], limit: number, separator = ", "): string {
  const shown = items.slice(0, limit).join(separator);
  return items.length > limit ? `${shown} +${items.length - limit}` : shown;
}
