import { decodeHTML, decodeXML } from "entities";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import type { PageResponse, ParsedPage, SourceJob } from "../adapter";
import {
  httpUrl,
  optionalHtml,
  optionalText,
  optionalUrl,
  requiredText,
  requiredUrl,
  stated,
  toDate,
  uniqueTexts,
} from "../fields";
import { pageError, readRows, readShape, readText, refusePage } from "../page";

/** Entities are undone here, once and without a DOCTYPE's own, so no feed can make them grow. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  processEntities: false,
  cdataPropName: "#cdata",
  isArray: (name) => name === "item",
});

const decoded = <T extends z.ZodType>(field: T) => z.preprocess(textOf, field);

const itemSchema = z.object({
  title: decoded(requiredText(400)),
  link: decoded(requiredUrl),
  guid: decoded(optionalText(600)),
  region: decoded(optionalText()),
  category: decoded(optionalText(120)),
  type: decoded(optionalText(60)),
  description: decoded(optionalHtml),
  pubDate: decoded(optionalText(60)),
  expires_at: decoded(optionalText(60)),
  "media:content": z.object({ "@url": optionalUrl }).optional().catch(undefined),
});
type FeedItem = z.infer<typeof itemSchema>;

const feedSchema = z.object({
  rss: z.object({
    channel: z.object({ item: z.array(z.unknown()).max(50_000).default([]) }),
  }),
});

export function parseFeed(page: PageResponse): ParsedPage {
  const text = readText(page);
  if (!/<rss[\s>]/.test(text)) refusePage(page, "The board answered with something else than its feed");
  if (!/<\/rss>\s*$/.test(text)) throw pageError("failed", page, "The feed was cut off");
  const { rss } = readShape(feedSchema, parseXml(text, page), page);
  return readRows(rss.channel.item, itemSchema, toSourceJob, page);
}

function parseXml(text: string, page: PageResponse): unknown {
  try {
    return parser.parse(text);
  } catch (cause) {
    throw pageError("failed", page, "The feed is not well-formed", { cause });
  }
}

function toSourceJob(item: FeedItem): SourceJob {
  const { company, role } = splitTitle(item.title);
  return stated({
    externalId: slugOf(item.guid ?? item.link),
    url: item.link,
    title: role,
    company: stated({
      name: company,
      url: item.description && companyUrlOf(item.description),
      logoUrl: item["media:content"]?.["@url"],
    }),
    locations: uniqueTexts([item.region]),
    workplace: "remote" as const,
    employmentType: item.type,
    descriptionHtml: item.description,
    tags: uniqueTexts([item.category]),
    postedAt: toDate(item.pubDate),
    validThrough: toDate(item.expires_at),
  });
}

/** "Acme: Engineer: Payments" belongs to Acme. A title without a company keeps all of itself. */
export function splitTitle(title: string): { company: string; role: string } {
  const at = title.indexOf(": ");
  if (at <= 0 || at + 2 >= title.length) return { company: "We Work Remotely", role: title };
  return { company: title.slice(0, at).trim(), role: title.slice(at + 2).trim() };
}

/** The guid is an address; its last part is the board's own name for the posting, whatever the host. */
function slugOf(guid: string): string {
  return guid.split(/[?#]/)[0]?.replace(/\/+$/, "").split("/").at(-1)?.slice(0, 300) || guid;
}

function companyUrlOf(html: string): string | undefined {
  const href = html.match(/<strong>\s*URL:\s*<\/strong>\s*<a[^>]{1,300}href="([^"]{1,2000})"/i)?.[1];
  return href && httpUrl(decodeHTML(href));
}

/** An element's text: entities undone once, CDATA as it stands. */
function textOf(node: unknown): string | undefined {
  if (typeof node === "string") return decodeXML(node);
  if (typeof node !== "object" || node === null) return undefined;
  const { "#cdata": cdata, "#text": text } = node as Record<string, unknown>;
  if (cdata !== undefined) return [cdata].flat().join("");
  return typeof text === "string" ? decodeXML(text) : undefined;
}
