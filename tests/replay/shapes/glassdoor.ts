import { type ReplayPosting, replayPostings } from "../postings";
import { type Answer, html, json, type Shape } from "../shape";

const PAGE_SIZE = 30;
const TOKEN = "replay-token-0123456789-0123456789:abcdefghijklmnop";
const COOKIES = "gdId=replay; Path=/; Expires=Wed, 24 Nov 2027 00:00:00 GMT; Secure";

export const glassdoor: Shape = {
  size: 60,
  postings: (size, now) => replayPostings({ seed: 38, size, now, toId: (index) => String(1_009_300_000_000 + index) }),
  answer({ method, url, headers, body }, postings, now) {
    if (url.pathname === "/" && method === "GET") return html(home(), { "set-cookie": COOKIES });
    if (url.pathname === "/findPopularLocationAjax.htm") {
      const label = url.searchParams.get("term");
      return {
        ...json([{ locationId: 2_622_109, locationType: "C", label, longName: label }]),
        headers: { "set-cookie": COOKIES },
      };
    }
    if (url.pathname !== "/graph" || method !== "POST") return undefined;
    if (headers["gd-csrf-token"] !== TOKEN || !headers.cookie?.includes("gdId=replay")) {
      return { ...html("<html><body><h1>Help Us Keep Glassdoor Safe</h1></body></html>"), status: 403 };
    }
    const [operation] = JSON.parse(body) as { operationName: string; variables: Record<string, unknown> }[];
    if (operation?.operationName === "JobDetailQuery") return detail(postings, String(operation.variables.jl));
    return listings(postings, Number(operation?.variables.pageNumber ?? 1), now);
  },
};

function listings(postings: readonly ReplayPosting[], page: number, now: Date): Answer {
  const pages = Math.ceil(postings.length / PAGE_SIZE);
  const paginationCursors = Array.from({ length: pages }, (_, index) => ({
    cursor: `C${index + 1}==`,
    pageNumber: index + 1,
  }));
  const jobListings = postings.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((posting) => ({
    jobview: {
      header: {
        ageInDays: Math.floor((now.getTime() - posting.postedAt.getTime()) / 86_400_000),
        employer: { id: 55_000 + posting.index, name: posting.company },
        employerNameFromSearch: posting.company,
        locationName: posting.workplace === "remote" ? "Remote" : posting.place.short,
        locationType: posting.workplace === "remote" ? "S" : "C",
        payCurrency: posting.salary ? posting.place.pay.currency : null,
        payPeriod: posting.salary
          ? { year: "ANNUAL", month: "MONTHLY", hour: "HOURLY", day: null, week: null }[posting.place.pay.interval]
          : null,
        payPeriodAdjustedPay: posting.salary
          ? { p10: posting.salary.min, p50: posting.salary.min, p90: posting.salary.max }
          : null,
        salarySource: posting.salary ? (posting.index % 2 === 0 ? "EMPLOYER_PROVIDED" : "ESTIMATED") : null,
        seoJobLink: `https://www.glassdoor.com/job-listing/engineer-JV.htm?jl=${posting.id}`,
      },
      job: { jobTitleText: posting.title, listingId: Number(posting.id) },
      overview: { squareLogoUrl: null },
    },
  }));
  const data = { jobListings: { totalJobsCount: postings.length, paginationCursors, jobListings } };
  return json([
    { data, errors: [{ message: "jobsPageSeoData is not available", path: ["jobListings", "jobsPageSeoData"] }] },
  ]);
}

function detail(postings: readonly ReplayPosting[], id: string): Answer {
  const posting = postings.find((candidate) => candidate.id === id);
  return json([{ data: { jobview: posting ? { job: { description: posting.html } } : null } }]);
}

function home(): string {
  const filler = "<div>Millions of people review their employers here.</div>\n".repeat(20);
  return `<!doctype html><html><head><title>Job Search</title></head><body><form action="/profile/login_input.htm"></form>${filler}<script>window.appCache={"user":{"token": "${TOKEN}"}}</script></body></html>`;
}
