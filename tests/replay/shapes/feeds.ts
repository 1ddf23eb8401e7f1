import { escapeHtml, type ReplayPosting, replayPostings } from "../postings";
import { json, type Shape } from "../shape";

export const remoteok: Shape = {
  size: 60,
  postings: (size, now) => replayPostings({ seed: 30, size, now, toId: (index) => String(1_100_000 + index) }),
  answer({ url }, postings) {
    if (url.pathname !== "/api") return undefined;
    const legal = {
      last_updated: 1_795_000_000,
      legal: "Please link back to the URL on Remote OK and mention it as a source.",
    };
    const jobs = postings.map((posting) => {
      const address = `https://remoteok.com/remote-jobs/remote-${posting.id}`;
      const isYearly = posting.place.pay.interval === "year" && posting.place.pay.currency === "USD";
      return {
        slug: `remote-${posting.id}`,
        id: posting.id,
        epoch: posting.postedAt.getTime() / 1000,
        date: posting.postedAt.toISOString(),
        company: posting.company,
        company_logo: "",
        position: posting.title,
        tags: ["engineer", "typescript"],
        // As the board serves it: UTF-8 read as Latin-1.
        description: latin1(`${posting.html}<p>We’re remote — always.</p>`),
        location: posting.index % 2 === 0 ? "" : "Worldwide",
        apply_url: address,
        salary_min: isYearly ? (posting.salary?.min ?? 0) : 0,
        salary_max: isYearly ? (posting.salary?.max ?? 0) : 0,
        url: address,
      };
    });
    return json([legal, ...jobs]);
  },
};

export const remotive: Shape = {
  size: 40,
  postings: (size, now) => replayPostings({ seed: 32, size, now, toId: (index) => String(2_090_000 + index) }),
  answer({ url }, postings) {
    if (url.pathname !== "/api/remote-jobs") return undefined;
    const jobs = postings.map((posting) => ({
      id: Number(posting.id),
      url: `https://remotive.com/remote-jobs/software-development/${posting.id}`,
      title: posting.title,
      company_name: `${posting.company} `,
      company_logo: `https://remotive.com/job/${posting.id}/logo`,
      category: "Software Development",
      tags: ["react", "typescript"],
      job_type: posting.employmentType,
      publication_date: posting.postedAt.toISOString().slice(0, 19),
      candidate_required_location: "Worldwide",
      salary: posting.salary ? `$${posting.index + 80}k - $${posting.index + 110}k` : "",
      description: `${posting.html}<img src="https://remotive.com/job/track/${posting.id}/blank.gif?source=public_api" alt=""/>`,
    }));
    return json({
      "0-legal-notice": "Please link back.",
      "job-count": jobs.length,
      "total-job-count": jobs.length,
      jobs,
    });
  },
};

export const weworkremotely: Shape = {
  size: 30,
  postings: (size, now) =>
    replayPostings({
      seed: 34,
      size,
      now,
      toId: (_, title, company) =>
        `${company} ${title}`
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, "-")
          .replace(/-$/, ""),
    }),
  answer({ url }, postings) {
    if (!/^\/(remote-jobs|categories\/[\w-]+)\.rss$/.test(url.pathname)) return undefined;
    const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss">
  <channel>
    <title>We Work Remotely: Remote jobs in design, programming, marketing and more</title>
    <link>https://weworkremotely.com/remote-jobs.rss</link>
    <language>en-US</language>
    <ttl>60</ttl>
${postings.map(item).join("\n")}
  </channel>
</rss>
`;
    return { status: 200, type: "application/rss+xml; charset=utf-8", body };
  },
};

function item(posting: ReplayPosting): string {
  const address = `https://weworkremotely.com/remote-jobs/${posting.id}`;
  const site = `https://${posting.domain}`;
  const text = `<p>\n  <strong>Headquarters:</strong> ${posting.place.short}\n    <br /><strong>URL:</strong> <a href="${site}">${site}</a>\n</p>\n${posting.html}`;
  return `    <item>
      <title>${escapeHtml(`${posting.company}: ${posting.title}`)}</title>
      <region>Anywhere in the World</region>
      <category>Full-Stack Programming</category>
      <description>${escapeHtml(text)}</description>
      <pubDate>${posting.postedAt.toUTCString().replace("GMT", "+0000")}</pubDate>
      <guid>${address}</guid>
      <link>${address}</link>
    </item>`;
}

function latin1(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
