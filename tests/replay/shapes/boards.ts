import { escapeHtml, fixedUuid, replayPostings } from "../postings";
import { json, type Shape } from "../shape";

const GREENHOUSE_BOARD = "larkspur";
const LEVER_BOARD = "cobalt-harbor";
const ASHBY_BOARD = "Driftwood";

export const greenhouse: Shape = {
  size: 40,
  boards: [GREENHOUSE_BOARD],
  postings: (size, now) =>
    replayPostings({ seed: 11, size, now, company: "Larkspur Systems", toId: (index) => String(7_400_000 + index) }),
  answer({ url }, postings) {
    const board = url.pathname.match(/^\/v1\/boards\/([^/]+)\/jobs$/)?.[1];
    if (!board) return undefined;
    if (board !== GREENHOUSE_BOARD) return json({ status: 404, error: "Job not found" }, 404);
    const hasContent = url.searchParams.get("content") === "true";
    const jobs = postings.map((posting) => ({
      absolute_url: `https://job-boards.greenhouse.io/${board}/jobs/${posting.id}`,
      data_compliance: [{ type: "gdpr", requires_consent: false }],
      internal_job_id: 5_400_000 + posting.index,
      location: { name: posting.place.text },
      metadata: [{ id: 1, name: "Workplace Type", value: posting.workplace, value_type: "single_select" }],
      id: Number(posting.id),
      updated_at: new Date(posting.postedAt.getTime() + 3_600_000).toISOString(),
      requisition_id: `R-${posting.index}`,
      title: posting.title,
      company_name: `${posting.company} `,
      first_published: posting.postedAt.toISOString(),
      language: "en",
      ...(hasContent && { content: escapeHtml(posting.html) }),
      departments: [{ id: 1, name: "Engineering", child_ids: [], parent_id: null }],
      offices: [{ id: 2, name: posting.place.short, location: posting.place.text, child_ids: [], parent_id: null }],
    }));
    return json({ jobs, meta: { total: jobs.length } });
  },
};

export const lever: Shape = {
  size: 230,
  boards: [LEVER_BOARD],
  postings: (size, now) =>
    replayPostings({ seed: 12, size, now, company: "Cobalt Harbor", toId: (index) => fixedUuid("1e7e", index) }),
  answer({ url }, postings) {
    const board = url.pathname.match(/^\/v0\/postings\/([^/]+)$/)?.[1];
    if (!board) return undefined;
    if (board !== LEVER_BOARD) return json({ ok: false, error: "Document not found" }, 404);
    const skip = Number(url.searchParams.get("skip") ?? 0);
    const limit = Number(url.searchParams.get("limit") ?? 100);
    return json(
      postings.slice(skip, skip + limit).map((posting) => ({
        id: posting.id,
        text: posting.title,
        hostedUrl: `https://jobs.lever.co/${board}/${posting.id}`,
        applyUrl: `https://jobs.lever.co/${board}/${posting.id}/apply`,
        categories: {
          commitment: posting.employmentType === "contract" ? "Contract" : "Full-time",
          location: posting.place.text,
          team: "Engineering",
          allLocations: [posting.place.text],
        },
        country: posting.place.country ?? null,
        workplaceType: posting.workplace,
        createdAt: posting.postedAt.getTime(),
        opening: "",
        description: posting.html,
        lists: [{ text: "Also", content: `<li>Opening number ${posting.index + 1}</li>` }],
        additional: "",
        ...(posting.salary && {
          salaryRange: {
            ...posting.salary,
            currency: posting.place.pay.currency,
            interval: `per-${posting.place.pay.interval}-salary`,
          },
        }),
      })),
    );
  },
};

export const ashby: Shape = {
  size: 35,
  boards: [ASHBY_BOARD],
  postings: (size, now) =>
    replayPostings({ seed: 13, size, now, company: "Driftwood", toId: (index) => fixedUuid("a5b7", index) }),
  answer({ url }, postings) {
    const board = url.pathname.match(/^\/posting-api\/job-board\/([^/]+)$/)?.[1];
    if (!board) return undefined;
    if (board !== ASHBY_BOARD) return json({ error: "Not found" }, 404);
    const words = { remote: "Remote", hybrid: "Hybrid", onsite: "OnSite" };
    const jobs = postings.map((posting) => ({
      id: posting.id,
      title: ` ${posting.title}`,
      department: "Engineering",
      team: "Engineering",
      employmentType: posting.employmentType === "contract" ? "Contract" : "FullTime",
      location: posting.place.text,
      secondaryLocations: [],
      publishedAt: posting.postedAt.toISOString(),
      isListed: true,
      isRemote: posting.workplace !== "onsite",
      workplaceType: words[posting.workplace],
      address: { postalAddress: { addressLocality: posting.place.short } },
      jobUrl: `https://jobs.ashbyhq.com/${board}/${posting.id}`,
      applyUrl: `https://jobs.ashbyhq.com/${board}/${posting.id}/application`,
      descriptionHtml: posting.html,
      compensation: { compensationTiers: [], summaryComponents: componentsOf(posting) },
    }));
    const hidden = { ...jobs[0], id: fixedUuid("a5b8", 0), title: "Confidential Engineer", isListed: false };
    return json({ apiVersion: "1", jobs: jobs.length > 0 ? [...jobs, hidden] : [] });
  },
};

function componentsOf({ salary, place }: Parameters<Shape["answer"]>[1][number]): object[] {
  const equity = {
    compensationType: "EquityPercentage",
    interval: "NONE",
    currencyCode: null,
    minValue: 0.1,
    maxValue: 0.2,
  };
  if (!salary) return [equity];
  const { currency, interval } = place.pay;
  const pay = {
    minValue: salary.min,
    maxValue: salary.max,
    currencyCode: currency,
    interval: `1 ${interval.toUpperCase()}`,
  };
  return [equity, { compensationType: "Salary", ...pay }];
}
