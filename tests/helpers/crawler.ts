import type { Crawler } from "@/lib/runs/crawler";
import type { PageRequest, SourceAdapter, SourceError, SourceJob } from "@/lib/sources/adapter";
import type { SourcePage } from "@/lib/sources/crawl";

type Answer = Partial<SourcePage> | SourceError;

/** A board made of prepared answers, one a page; the last one answers every further request. */
export function givenCrawler(answers: Answer[], overrides: Partial<SourceAdapter> = {}) {
  const requests: { request: PageRequest; validators?: unknown }[] = [];
  const details: string[] = [];
  const adapter: SourceAdapter = {
    id: "lever",
    name: "Lever",
    homepage: "https://lever.example",
    terms: "",
    scope: "market",
    defaultState: "on",
    auth: "none",
    origin: "https://lever.example",
    hosts: [],
    rate: { perSecond: 100, concurrency: 2 },
    maxPages: 10,
    isPartialListing: false,
    first: () => ({ url: "https://lever.example/1" }),
    parse: () => ({ jobs: [], invalid: [], rows: 0 }),
    ...overrides,
  };
  const detailAnswers = new Map<string, Partial<SourceJob> | SourceError>();
  const crawler: Crawler = {
    getSource: () => adapter,
    originOf: () => adapter.origin,
    fetchPage: async (_adapter, _query, request, options) => {
      requests.push({ request, validators: options?.validators });
      const answer = answers[Math.min(requests.length, answers.length) - 1] as Answer;
      if (answer instanceof Error) throw answer;
      const jobs = answer.jobs ?? [];
      const invalid = answer.invalid ?? [];
      return {
        status: 200,
        notModified: false,
        bytes: 1,
        attempts: 1,
        ...answer,
        jobs,
        invalid,
        rows: answer.rows ?? jobs.length + invalid.length,
      };
    },
    fetchDetail: async (_adapter, _query, job) => {
      details.push(job.externalId);
      const answer = detailAnswers.get(job.externalId) ?? { descriptionHtml: `<p>${LONG_TEXT} ${job.externalId}</p>` };
      if (answer instanceof Error) throw answer;
      return { ...job, ...answer };
    },
  };
  return { crawler, adapter, requests, details, detailAnswers };
}

/** Long enough to have a SimHash. */
export const LONG_TEXT = Array.from({ length: 80 }, (_, i) => `word${(i * 7919) % 997}`).join(" ");

export function givenSourceJob(externalId: string, overrides: Partial<SourceJob> = {}): SourceJob {
  return {
    externalId,
    url: `https://lever.example/jobs/${externalId}`,
    title: `Engineer ${externalId}`,
    company: { name: "Acme" },
    locations: ["Berlin, Germany"],
    descriptionHtml: `<p>${LONG_TEXT} ${externalId}</p>`,
    ...overrides,
  };
}
