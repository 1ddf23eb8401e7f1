import { escapeHtml, type ReplayPosting, replayPostings } from "../postings";
import { json, type Shape } from "../shape";

const THREAD = 62_000_001;
const DAY_MS = 86_400_000;

export const hackernews: Shape = {
  size: 50,
  postings: (size, now) => replayPostings({ seed: 35, size, now, toId: (index) => String(62_000_100 + index) }),
  answer({ url }, postings, now) {
    if (url.pathname === "/api/v1/search_by_date") return json(stories(now));
    if (url.pathname !== `/api/v1/items/${THREAD}`) return undefined;
    const comments = postings.map((posting) => comment(Number(posting.id), headerOf(posting), posting));
    const meta = comment(62_900_001, "Please normalize <i>4DWW</i> - Four Day Work Week<p>Thanks.");
    const deleted = { ...comment(62_900_002, ""), text: null };
    const children = postings.length > 0 ? [meta, deleted, ...comments] : [];
    return json({
      id: THREAD,
      type: "story",
      author: "whoishiring",
      title: "Ask HN: Who is hiring?",
      text: "Please state the location.",
      children,
    });
  },
};

function stories(now: Date): object {
  const at = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  const story = (id: number, title: string, days: number) => ({
    objectID: String(id),
    title,
    created_at: at(days),
    author: "whoishiring",
    story_id: id,
  });
  return {
    hits: [
      story(THREAD + 1, "Ask HN: Who wants to be hired? (this month)", 10),
      story(THREAD, "Ask HN: Who is hiring? (this month)", 10),
      story(60_000_001, "Ask HN: Who is hiring? (two months ago)", 71),
    ],
    nbHits: 3,
    page: 0,
  };
}

function headerOf({ company, title, place, workplace, domain }: ReplayPosting): string {
  const site = `https:&#x2F;&#x2F;${domain}`;
  const words = { remote: "REMOTE", hybrid: "HYBRID", onsite: "ONSITE" };
  return `${escapeHtml(company)} <a href="${site}" rel="nofollow">${site}</a> | ${escapeHtml(title)} | ${escapeHtml(place.text)} | ${words[workplace]} | Full-time`;
}

function comment(id: number, header: string, posting?: ReplayPosting): Record<string, unknown> {
  const body =
    posting?.html
      .replace(/<\/?(h3|ul|p)>/g, "")
      .replaceAll("<li>", "<p>- ")
      .replaceAll("</li>", "") ?? "";
  return {
    id,
    created_at: (posting?.postedAt ?? new Date("2026-11-02T16:00:00Z")).toISOString(),
    type: "comment",
    author: "someone",
    text: body ? `${header}<p>${body}<p>Write to jobs[at]${posting?.domain}` : header,
    parent_id: THREAD,
    story_id: THREAD,
    children: posting
      ? [
          {
            id: id + 500_000,
            type: "comment",
            author: "other",
            text: "Is this open to EU | Engineer | Remote?",
            children: [],
          },
        ]
      : [],
  };
}
