import type { Metadata, Route } from "next";
import Link from "next/link";
import { FirstSearchForm } from "@/components/profile/first-search-form";
import { Steps } from "@/components/profile/steps";
import { Button } from "@/components/ui/button";
import { getContext } from "@/lib/auth/session";
import { preferenceOptions } from "@/lib/profiles/options";
import { getProfile } from "@/lib/profiles/service";
import { listSources } from "@/lib/sources/service";

export const metadata: Metadata = { title: "Your first search" };

export default async function FirstSearchPage() {
  const ctx = await getContext();
  const [{ facts, preferences, version }, sources] = await Promise.all([getProfile(ctx), listSources(ctx)]);
  const usable = sources.filter(({ offReason }) => !offReason);
  const isFresh = preferences.locations.length === 0 && preferences.workCountries.length === 0;
  const home = facts.locations.filter(({ scope }) => scope === "city").slice(0, 1);
  const countries = [...new Set(facts.locations.flatMap(({ country }) => country ?? []))];
  return (
    <div className="mx-auto w-full max-w-3xl space-y-6 px-4 pt-6 pb-10 md:px-6 md:pt-8">
      <Steps current={3} />
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="font-semibold text-xl">Your first search</h1>
          <p className="mt-0.5 max-w-2xl text-muted">Say what matters, press Run, and watch the boards come in.</p>
        </div>
        <Button asChild variant="ghost" className="max-sm:-ml-4">
          <Link href={"/profile" as Route}>Not now</Link>
        </Button>
      </div>
      <FirstSearchForm
        titles={facts.titles}
        preferences={
          isFresh
            ? { ...preferences, locations: home.map((place) => ({ place, radiusKm: 50 })), workCountries: countries }
            : preferences
        }
        version={version}
        sources={usable.map(({ id, name, scope }) => ({ id, name, needsBoard: scope === "companies" }))}
        options={preferenceOptions()}
      />
    </div>
  );
}
