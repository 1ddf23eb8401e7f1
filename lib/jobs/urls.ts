import { wellFormed } from "./text";

/** Parameters that never say which job is meant, on any host. Everything else stays: `jk`, `gh_jid`, `currentJobId` are identity. */
const TRACKING =
  /^(?:utm_[a-z_]+|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|mc_[ce]id|_hs(?:enc|mi)|hs_[a-z]+|mkt_tok|gh_src|lever-(?:origin|source(?:\[\])?|via)|_ga|_gl|ref_src|s_kwcid|vero_id|wickedid|trk|trkinfo|trackingid|rb_source|sourcecid|icid|cmpid|campaignid|jobboardsource|jobsource|jobsite|feedid|applicationsource)$/i;

/** Only tracking on that host; the same word is an id elsewhere. */
const TRACKING_BY_HOST: readonly [RegExp, RegExp][] = [
  [
    /(?:^|\.)linkedin\.com$/,
    /^(?:refid|position|pagenum|original_referer|eb[pc]|origin|lipi|midtoken|midsig|trkemail|otptoken)$/i,
  ],
  [
    /(?:^|\.)indeed\.[a-z.]+$/,
    /^(?:from|tk|vjs|vjk|advn|adid|sjdu|acatk|pub|camk|xkcb|xpse|xfps|hl|astse|assa|fccid|cmp|ti|vjtk)$/i,
  ],
  [/(?:^|\.)glassdoor\.[a-z.]+$/, /^(?:pos|ao|s|guid|src|t|vt|cs|cb|jrtk|ctt|srs|uido|ea)$/i],
];

/** `ref=linkedin` is tracking; `ref=R-1234` may be the requisition. */
const REFERRAL = /^(?:ref|src|source|referrer|referer|via|origin|channel)$/i;
const REFERRERS =
  /^(?:www\.)?(?:linkedin|indeed|glassdoor|google(?:jobs|_jobs)?|remoteok|remotive|weworkremotely|wwr|hackernews|hn|ycombinator|twitter|x|facebook|jobicy|himalayas|adzuna|ziprecruiter|monster|stepstone|xing|joblift|jooble|arbeitnow|themuse|builtin|wellfound|angellist|otta|newsletter|email|rss|jobboard|job_board|careers?(?:page|site)?|website|web|share|social)(?:\.[a-z]{2,6})?$/i;

/** A web address fit to be stored and linked to; undefined for anything that is none, `javascript:` included. */
export function cleanUrl(url: string | undefined): string | undefined {
  const text = wellFormed((url ?? "").slice(0, 4000)).replace(/\s/g, "");
  return /^https?:\/\//i.test(text) && text.length <= 2000 && URL.canParse(text) ? text : undefined;
}

/** The URL with only known tracking parameters removed, in one spelling: identity of a page across boards. Never throws. */
export function urlKey(url: string): string {
  const text = url.trim().slice(0, 4000);
  if (!URL.canParse(text)) return text;
  const parsed = new URL(text);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return text;
  const host = parsed.hostname.replace(/^www\./, "");
  const path = parsed.pathname.replace(/\/+$/, "");
  const linkedIn = /(?:^|\.)linkedin\.com$/.test(host) ? /^\/jobs\/view\/(?:.*-)?(\d{6,})$/.exec(path)?.[1] : undefined;
  if (linkedIn !== undefined) return `linkedin.com/jobs/view/${linkedIn}`;
  const kept = [...parsed.searchParams].filter(([name, value]) => !isTracking(host, name, value));
  kept.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const query = new URLSearchParams(kept).toString();
  const port = parsed.port === "" ? "" : `:${parsed.port}`;
  return `${host}${port}${path}${query && `?${query}`}${isRoute(parsed.hash) ? parsed.hash : ""}`;
}

function isTracking(host: string, name: string, value: string): boolean {
  return (
    TRACKING.test(name) ||
    (REFERRAL.test(name) && (value === "" || REFERRERS.test(value))) ||
    TRACKING_BY_HOST.some(([hosts, names]) => hosts.test(host) && names.test(name))
  );
}

/** Some boards route in the fragment: `#/job/123`, `#jobId=7`; a plain `#apply` is a place on the page. */
function isRoute(hash: string): boolean {
  return /^#!?\//.test(hash) || /^#.*\d{3,}/.test(hash);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
