import { replayPostings } from "../postings";
import { json, type Shape } from "../shape";

export const indeed: Shape = {
  size: 250,
  postings: (size, now) =>
    replayPostings({ seed: 40, size, now, toId: (index) => (0xabc0_0000_0000 + index).toString(16).padStart(16, "f") }),
  answer({ method, url, headers, body }, postings) {
    if (url.pathname !== "/graphql" || method !== "POST") return undefined;
    if (!headers["indeed-api-key"]) {
      return json({ errors: [{ message: "Missing API key", extensions: { code: "UNAUTHENTICATED" } }], data: null });
    }
    const text = queryOf(body);
    if (!text.includes("jobSearch(")) return json({ errors: [{ message: "Syntax Error: cannot parse" }] });
    const limit = Math.min(Number(text.match(/limit:\s*(\d+)/)?.[1] ?? 10), 100);
    const cursor = text.match(/cursor:\s*"([^"]*)"/)?.[1];
    const from = cursor ? Number(Buffer.from(cursor, "base64").toString()) : 0;
    const end = from + limit;
    const nextCursor = end < postings.length ? Buffer.from(String(end)).toString("base64") : null;
    const results = postings.slice(from, end).map((posting) => {
      const { currency, interval } = posting.place.pay;
      const range = posting.salary ?? {};
      const baseSalary = posting.index % 2 === 0 ? { unitOfWork: interval.toUpperCase(), range } : null;
      const estimated = { currencyCode: currency, baseSalary: { unitOfWork: interval.toUpperCase(), range } };
      const label = { remote: "Remote", hybrid: "Hybrid work", onsite: "In-person" }[posting.workplace];
      return {
        trackingKey: `t${posting.index}`,
        job: {
          source: { name: posting.company },
          key: posting.id,
          title: posting.title,
          datePublished: posting.index % 7 === 0 ? null : posting.postedAt.getTime(),
          dateOnIndeed: posting.postedAt.getTime(),
          description: { html: posting.html },
          location: {
            countryName: posting.place.country ?? null,
            countryCode: posting.place.country ?? null,
            admin1Code: null,
            city: posting.place.short,
            formatted: { short: posting.place.short, long: posting.place.text },
          },
          compensation: { currencyCode: currency, baseSalary, estimated: posting.salary ? estimated : null },
          attributes: [
            { key: "CF3CP", label: "Full-time" },
            { key: "X", label },
          ],
          employer:
            posting.index % 11 === 0
              ? null
              : { name: posting.company, relativeCompanyPageUrl: "/cmp/x", dossier: null },
          recruit: {
            viewJobUrl: `https://careers.${posting.domain}/${posting.id}`,
            detailedSalary: null,
            workSchedule: null,
          },
        },
      };
    });
    return json({ data: { jobSearch: { pageInfo: { nextCursor }, results } } });
  },
};

function queryOf(body: string): string {
  try {
    return String((JSON.parse(body) as { query?: unknown }).query ?? "");
  } catch {
    return "";
  }
}
