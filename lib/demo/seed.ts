import "server-only";
import { type Preferences, preferencesSchema } from "@/db/schema/shapes";
import type { DismissReason, JobState } from "@/db/schema/vocabulary";
import type { Context } from "@/lib/context";
import { listJobsInput } from "@/lib/jobs/schemas";
import { listJobs, setJobState } from "@/lib/jobs/service";
import { parsePlaces } from "@/lib/places/places";
import { readCvText } from "@/lib/profiles/cv/text";
import { saveProfile } from "@/lib/profiles/service";
import { createSearchInput } from "@/lib/searches/schemas";
import { createSearch } from "@/lib/searches/service";
import { DEMO_CV } from "./cv";
import { runToEnd } from "./run-to-end";

const DAY_MS = 86_400_000;

/** Each search with the days ago it ran on, oldest first. Zero is today. */
const HUNT = [
  {
    name: "Full-stack in Europe",
    criteria: { keywords: ["full-stack engineer", "software engineer"], workplaces: ["remote", "hybrid"] },
    schedule: { cadence: "weekdays", time: "07:30", timeZone: "Europe/Berlin" },
    ranDaysAgo: [6, 1],
  },
  {
    name: "Frontend, anywhere remote",
    criteria: { keywords: ["frontend engineer", "react"], workplaces: ["remote"] },
    schedule: { cadence: "daily", time: "08:00", timeZone: "Europe/Berlin" },
    ranDaysAgo: [2],
  },
  {
    name: "Everything on the Demo board",
    criteria: {},
    schedule: { cadence: "manual" },
    ranDaysAgo: [4, 0],
  },
] as const;

const PREFERENCES: Partial<Preferences> = {
  targetTitles: ["Senior Full-Stack Engineer", "Senior Frontend Engineer", "Staff Engineer"],
  workplaces: ["remote", "hybrid"],
  workCountries: ["DE", "AT", "NL"],
  employmentTypes: ["full_time"],
  salaryFloor: { amount: 85_000, currency: "EUR", interval: "year" },
  timeZone: "Europe/Berlin",
  languages: ["en", "de"],
};

/** What the demo person made of the list so far, by place in it. */
const TRIAGE: { at: number; state: JobState; reason?: DismissReason }[] = [
  { at: 0, state: "saved" },
  { at: 2, state: "saved" },
  { at: 3, state: "saved" },
  { at: 6, state: "saved" },
  { at: 9, state: "saved" },
  { at: 5, state: "dismissed", reason: "company" },
  { at: 12, state: "dismissed", reason: "wrong_stack" },
  { at: 17, state: "dismissed", reason: "too_junior" },
  { at: 22, state: "dismissed", reason: "location" },
  { at: 28, state: "dismissed", reason: "pay" },
];

/** Everything the seed is made of, for telling one version from another. */
export const demoHunt = { DEMO_CV, HUNT, PREFERENCES, TRIAGE };

/** Fills a fresh demo person's account through the same verbs everybody uses; only the clock is moved. */
export async function seedDemoHunt(ctx: Context): Promise<void> {
  const { facts, cvText } = readCvText(DEMO_CV);
  const locations = parsePlaces(["Berlin, Germany"]).map((place) => ({ place, radiusKm: 50 }));
  const preferences = preferencesSchema.parse({ ...PREFERENCES, locations });
  await saveProfile(ctx, { facts, preferences, cvText, cvFileName: "robin-demo.md" });

  const searches = [];
  for (const { ranDaysAgo, ...search } of HUNT) {
    const input = createSearchInput.parse({ ...search, sources: [{ sourceId: "demo", boards: [] }] });
    searches.push({ ranDaysAgo, row: await createSearch(ctx, input) });
  }
  const runs = searches.flatMap(({ ranDaysAgo, row }) => ranDaysAgo.map((days) => ({ days, row })));
  for (const { days, row } of runs.sort((one, other) => other.days - one.days)) {
    await runToEnd(at(ctx, days), row);
  }
  const { data } = await listJobs(ctx, listJobsInput.parse({ filters: {}, limit: 40 }));
  for (const { at: place, ...decision } of TRIAGE) {
    const job = data[place];
    if (job) await setJobState(ctx, { id: job.id, ...decision });
  }
}

function at(ctx: Context, daysAgo: number): Context {
  return daysAgo === 0 ? ctx : { ...ctx, now: () => new Date(ctx.now().getTime() - daysAgo * DAY_MS) };
}
