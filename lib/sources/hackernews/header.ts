import { decodeHTML } from "entities";
import type { SourceJob } from "../adapter";
import { httpUrl } from "../fields";

/** The first line of a "Who is hiring?" post, in whatever order its author wrote it. */
export interface HiringHeader {
  company: string;
  companyUrl?: string;
  title: string;
  locations: string[];
  workplace?: SourceJob["workplace"];
  employmentType?: string;
  salary?: string;
}

const JOB_WORD =
  /\b(engineers?|developers?|designers?|managers?|scientists?|architects?|programmers?|researchers?|analysts?|devops|sre|devrel|consultants?|technicians?|founding|head of|cto|vp|director|interns?)\b/i;
const ROLE_WORD =
  /\b(engineering|roles?|positions?|openings?|lead|product|full[- ]?stack|front[- ]?end|back[- ]?end|security|sales|support|marketing|writer|recruiter)\b/i;
const PLACE_WORD = /\b(remote|on-?\s?site|in[- ]?office|in[- ]?person|hybrid|wfh)\b/i;
const PLACE_WORDS = new RegExp(`${PLACE_WORD.source}|\\b(?:or|and|only|friendly|first|ok|no|not)\\b`, "gi");
const EMPLOYMENT = /\b(full[- ]?time|part[- ]?time|contract(or|ing)?|freelance|internship|permanent)\b/i;
const PAY = /[$€£¥₹]\s?\d|\b\d{2,3}\s?k\b|\b\d{2,3}[,.]\d{3}\b|\b(usd|eur|gbp|chf|cad|aud)\b/i;
const DOMAIN =
  /\b((?:[a-z0-9-]+\.)+(?:com|io|co|ai|dev|org|net|app|tech|so|se|de|fr|eu|uk|us|ca|ch|nl|xyz|gg|sh|example))\b/i;
const NO_PLACE =
  /\b(visa|sponsorship|equity|bootstrapped|yc|seed|series [a-f]|benefits|required|funded|profitable|relocation|4dww|stack|startup)\b/i;

/** Undefined when the text is no posting: replies, thanks and requests stand among them. */
export function readHeader(html: string): HiringHeader | undefined {
  const [first = "", ...more] = (html.slice(0, 6000).split(/<p>/i)[0] ?? "").split("\n");
  const parts = first.split("|").map(readPart);
  const [name, ...rest] = parts;
  if (!name || rest.length === 0) return undefined;
  const company = companyOf(name);
  if (!company) return undefined;
  const roles = rest.filter(({ text }) => isRole(text)).map(({ text }) => withoutPlace(text));
  const places = rest.filter((part) => !isRole(part.text));
  return {
    company,
    companyUrl: name.url ?? rest.find(({ url }) => url)?.url ?? domainUrl(name.text) ?? lastDomain(rest),
    title: roles[0] ?? listedRoles(more) ?? roleInText(html) ?? "Open roles",
    locations: locationsOf(places.map(({ text }) => text)),
    workplace: workplaceOf(rest.map(({ text }) => text).join(" | ")),
    employmentType: employmentOf(rest.map(({ text }) => text).join(" | ")),
    salary: rest.find(({ text }) => PAY.test(text) && !isRole(text))?.text,
  };
}

export function plainText(html: string): string {
  return decodeHTML(html.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

interface Part {
  text: string;
  url?: string;
}

/** One `|` part: its words, and the address it links to. Links whose text is an address leave no words. */
function readPart(html: string): Part {
  const href = html.match(/<a\s[^>]*href="([^"]+)"/i)?.[1];
  const url = href && httpUrl(decodeHTML(href));
  const text = plainText(html.replace(/<a\s[^>]*>.*?<\/a>/gis, (link) => (/https?:/.test(link) ? " " : link)));
  const bare = text
    .replace(/https?:\/\/\S+/g, "")
    .replace(/\(\s*\)/g, "")
    .trim();
  const address = url ?? text.match(/https?:\/\/\S+/)?.[0];
  return { text: bare, ...(address && { url: address }) };
}

function companyOf({ text, url }: Part): string | undefined {
  const name = text
    .replace(/\((?:YC|[^)]*\.[a-z]{2,})[^)]*\)/gi, "")
    .split(/\s[-–—:]\s/)[0]
    ?.replace(/[\s:,-]+$/, "")
    .trim();
  return name?.slice(0, 200) || (url && new URL(url).hostname.replace(/^www\./, ""));
}

function isRole(text: string): boolean {
  if (JOB_WORD.test(text)) return true;
  return ROLE_WORD.test(text) && !PLACE_WORD.test(text) && !PAY.test(text);
}

/** "Engineer (Remote, US)" is an engineer; where is said elsewhere. */
function withoutPlace(role: string): string {
  return role
    .replace(/\((?:[^)]*\b(?:remote|on-?site|hybrid)\b[^)]*)\)/gi, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);
}

/** Roles written as a list under the header line: "-- Backend Engineer". */
function listedRoles(lines: string[]): string | undefined {
  const roles = lines.map((line) => plainText(line).replace(/^[-*•–\s]+/, "")).filter((line) => JOB_WORD.test(line));
  return (
    roles
      .filter((role) => role.length < 100)
      .join(", ")
      .slice(0, 300) || undefined
  );
}

function roleInText(html: string): string | undefined {
  const pattern =
    /\b(?:hiring|looking for|seeking)\s+(?:(?:an?|our|another|some|exceptional|great|for)\s+)*((?:[\w/+.#&-]+\s+){0,5}?(?:engineers?|developers?|designers?|scientists?|architects?|managers?))\b/i;
  return plainText(html.slice(0, 4000)).match(pattern)?.[1];
}

function locationsOf(texts: string[]): string[] {
  const said = texts.filter((text) => PLACE_WORD.test(text) && /[a-z]/i.test(text.replace(PLACE_WORDS, "")));
  const others = texts.filter((text) => !PLACE_WORD.test(text) && isPlaceLike(text)).slice(0, 2);
  return [...others, ...said].map((text) => text.slice(0, 200)).slice(0, 4);
}

/** "Full-time Contract" is a contract. */
function employmentOf(text: string): string | undefined {
  return text.match(/\bcontract(?:or|ing)?\b/i)?.[0] ?? text.match(EMPLOYMENT)?.[0];
}

function isPlaceLike(text: string): boolean {
  if (text === "" || EMPLOYMENT.test(text) || PAY.test(text) || NO_PLACE.test(text) || DOMAIN.test(text)) return false;
  return text.includes(",") ? text.length < 90 : text.split(" ").length <= 4 && /^[A-Z]/.test(text);
}

function workplaceOf(text: string): SourceJob["workplace"] {
  if (/\b(no|not) remote\b/i.test(text)) return "onsite";
  if (/\bhybrid\b/i.test(text)) return "hybrid";
  const isRemote = /\b(remote|wfh)\b/i.test(text);
  const isOnsite = /\b(on-?\s?site|in[- ]?office|in[- ]?person)\b/i.test(text);
  if (isRemote === isOnsite) return undefined;
  return isRemote ? "remote" : "onsite";
}

function domainUrl(text: string): string | undefined {
  const domain = text.match(DOMAIN)?.[1];
  return domain && `https://${domain.toLowerCase()}`;
}

function lastDomain(parts: Part[]): string | undefined {
  return parts.map(({ text }) => (text.includes(" ") ? undefined : domainUrl(text))).findLast(Boolean);
}
