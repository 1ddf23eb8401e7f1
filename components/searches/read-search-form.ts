import type { SearchSource } from "@/db/schema/shapes";

/** The fields of the search form as the input of its action; the server checks them. */
export function readSearchForm(form: FormData, sources: SearchSource[], isActive: boolean) {
  const list = (name: string) => form.getAll(`${name}[]`).map(String);
  const text = (name: string) => String(form.get(name) ?? "");
  const days = text("criteria.postedWithinDays");
  return {
    name: text("name"),
    criteria: {
      keywords: list("criteria.keywords"),
      excludeWords: list("criteria.excludeWords"),
      locations: list("criteria.locations"),
      workplaces: list("criteria.workplaces"),
      employmentTypes: list("criteria.employmentTypes"),
      ...(days && { postedWithinDays: Number(days) }),
    },
    sources,
    schedule: {
      cadence: text("schedule.cadence"),
      timeZone: text("schedule.timeZone"),
      ...(form.has("schedule.time") && { time: text("schedule.time") }),
      ...(form.has("schedule.weekday") && { weekday: Number(text("schedule.weekday")) }),
    },
    isActive,
  };
}
