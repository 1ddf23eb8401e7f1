import { z } from "zod";
import type { PageRequest, PageResponse, ParsedPage, SourceJob, SourceQuery } from "../adapter";
import { getJson, optionalHtml, optionalText, rowId, stated, toDate } from "../fields";
import { pageError, readJson, readRows, readShape } from "../page";
import { plainText, readHeader } from "./header";

const HIRING = /^Ask HN: Who is hiring\?/i;
const THREAD_DAYS = 35;
const DAY_MS = 86_400_000;

const storiesSchema = z.object({
  hits: z.array(z.object({ objectID: rowId, title: optionalText(), created_at: optionalText(60) })).max(1000),
});

const threadSchema = z.object({ id: rowId, children: z.array(z.unknown()).max(50_000) });

const commentSchema = z.object({ id: rowId, text: optionalHtml, created_at: optionalText(60) });

export function parsePage(page: PageResponse, query: SourceQuery): ParsedPage {
  return page.request.state?.step === "thread" ? parseThread(page, query) : parseStories(page, query);
}

/** The newest thread, and the one before while both are young: on the 1st of a month the new one is still empty. */
function parseStories(page: PageResponse, query: SourceQuery): ParsedPage {
  const { hits } = readShape(storiesSchema, readJson(page), page);
  const threads = hits.filter(({ title }) => title && HIRING.test(title));
  if (hits.length > 0 && threads.length === 0)
    throw pageError("drifted", page, "None of the stories is a hiring thread");
  const age = (createdAt?: string) => query.now.getTime() - (toDate(createdAt)?.getTime() ?? 0);
  threads.sort((a, b) => age(a.created_at) - age(b.created_at));
  const recent = threads.filter((thread, index) => index === 0 || age(thread.created_at) < THREAD_DAYS * DAY_MS);
  const next = threadRequest(
    query,
    recent.slice(0, 2).map(({ objectID }) => objectID),
  );
  return { jobs: [], invalid: [], rows: 0, ...(next && { next }) };
}

function parseThread(page: PageResponse, query: SourceQuery): ParsedPage {
  const thread = readShape(threadSchema, readJson(page), page);
  // Only the first level holds posts; deleted ones and chatter are no rows at all.
  const posts = thread.children.filter((child) => !isDeleted(child));
  const read = readRows(posts, commentSchema, toSourceJob, page);
  const next = threadRequest(
    query,
    String(page.request.state?.rest ?? "")
      .split(",")
      .filter(Boolean),
  );
  return { ...read, ...(next && { next }) };
}

function threadRequest(query: SourceQuery, [id, ...rest]: string[]): PageRequest | undefined {
  if (!id) return undefined;
  return getJson(`${query.origin}/api/v1/items/${encodeURIComponent(id)}`, { step: "thread", rest: rest.join(",") });
}

function isDeleted(child: unknown): boolean {
  return typeof child === "object" && child !== null && "id" in child && !(child as { text?: unknown }).text;
}

function toSourceJob(comment: z.infer<typeof commentSchema>): SourceJob | undefined {
  const html = comment.text;
  const header = html && readHeader(html);
  if (!header) return undefined;
  return stated({
    externalId: comment.id,
    url: `https://news.ycombinator.com/item?id=${comment.id}`,
    applyUrl: applyUrlOf(html),
    title: header.title,
    company: stated({ name: header.company, url: header.companyUrl }),
    locations: header.locations,
    workplace: header.workplace,
    employmentType: header.employmentType,
    salary: header.salary ? { text: header.salary } : undefined,
    descriptionHtml: `<p>${spellOutMail(html)}`,
    postedAt: toDate(comment.created_at),
  });
}

const APPLY = /careers?|jobs?\b|apply|hiring|greenhouse|lever\.co|ashbyhq|workable|recruitee|teamtailor|join/i;

function applyUrlOf(html: string): string | undefined {
  for (const [, href = ""] of html.matchAll(/<a\s[^>]{0,300}href="([^"]{1,2000})"/gi)) {
    const url = plainText(href);
    if (APPLY.test(url) && /^https?:\/\//.test(url) && URL.canParse(url)) return url;
  }
  return undefined;
}

/** "jobs [at] acme (dot) example" → "jobs@acme.example". */
export function spellOutMail(html: string): string {
  return html.replace(
    /\b([\w.+-]{1,64})\s*[[({]\s*at\s*[\])}]\s*([\w-]{1,63}(?:\s*(?:\.|[[({]\s*dot\s*[\])}])\s*[\w-]{1,63}){1,4})/gi,
    (_, user: string, host: string) => `${user}@${host.replace(/\s*(?:\.|[[({]\s*dot\s*[\])}])\s*/gi, ".")}`,
  );
}
