import { decodeHTML } from "entities";
import sanitize from "sanitize-html";
import { reflow } from "./html-reflow";
import { visitTokens, walkText } from "./html-tokens";
import { clip, wellFormed } from "./text";

/** Longer descriptions are cut; the longest real posting seen has about 40,000 characters. */
export const MAX_DESCRIPTION_LENGTH = 200_000;
const MAX_NESTING = 200;
/** Void elements and those whose closing tag may be left out. */
const NOT_NESTING = new Set(["br", "img", "hr", "input", "meta", "link", "wbr", "p", "li"]);

const DIVISIONS =
  "section article header footer main aside nav address figure figcaption center form fieldset details summary table thead tbody tfoot tr td th caption dl dt dd";

const OPTIONS: sanitize.IOptions = {
  allowedTags: "p br ul ol li strong em b i h2 h3 h4 blockquote pre code a div".split(" "),
  allowedAttributes: { a: ["href", "rel"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  nonTextTags: ["script", "style", "textarea", "option", "noscript", "template", "title", "svg", "math", "button"],
  transformTags: {
    ...Object.fromEntries(DIVISIONS.split(" ").map((tag) => [tag, "div"])),
    h1: "h2",
    h5: "h4",
    h6: "h4",
    a: (tagName, { href }) => ({
      tagName,
      attribs: (isAbsolute(href)
        ? { href: href.trim(), rel: "nofollow noopener noreferrer" }
        : {}) as sanitize.Attributes,
    }),
  },
};

function isAbsolute(href: string | undefined): href is string {
  return href !== undefined && /^\s*(?:https?|mailto):/i.test(href);
}

/** Undoes one level of entity encoding: `&lt;p&gt;` becomes `<p>`. Boards differ in depth; sanitise after the last one. */
export function decodeEntitiesOnce(text: string): string {
  return text.includes("&") ? decodeHTML(text) : text;
}

/** The only HTML the app stores or shows: p br ul ol li strong em b i h2-h4 blockquote pre code a[href]. Idempotent. */
export function sanitizeHtml(html: string): string {
  const bounded = wellFormed(clip(html, MAX_DESCRIPTION_LENGTH));
  if (isPlain(bounded)) return reflow(bounded);
  return reflow(sanitize(isTooDeep(bounded) ? bounded.replace(/<[^<>]*>/g, "\n") : bounded, OPTIONS));
}

const PLAIN_TAG = /^<\/?(?:p|br|ul|ol|li|strong|em|b|i|h2|h3|h4|blockquote|pre|code|div)\s?\/?>$/;
const UNESCAPED = /[<>]|&(?!(?:amp|lt|gt);)/;

/** Nothing to sanitise: only allowed tags, none with an attribute, and no character that could begin another. */
function isPlain(html: string): boolean {
  let isSafe = true;
  let depth = 0;
  visitTokens(html, (kind, name, start, end) => {
    const raw = html.slice(start, end);
    isSafe = kind === "text" ? !UNESCAPED.test(raw) : PLAIN_TAG.test(raw);
    if (kind === "open" && !NOT_NESTING.has(name)) depth++;
    else if (kind === "close" && !NOT_NESTING.has(name)) depth--;
    return isSafe && depth >= 0 && depth <= MAX_NESTING;
  });
  return isSafe && depth === 0 && !html.includes("<!") && !html.includes("<?");
}

/** Text with one line per block, a blank line between paragraphs and "- " before list items. */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  walkText(html, (text) => parts.push(text));
  return parts.join("");
}

/** HTML for text pasted or sent without tags: blank lines part paragraphs, bullet signs make lists. Not yet sanitised. */
export function textToHtml(text: string): string {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const html: string[] = [];
  for (const line of escaped.split(/\r\n|\r|\n/)) {
    const item = /^\s*(?:[-*•‣◦▪●·–]|\d{1,2}[.)])\s+(.+)$/.exec(line);
    const heading = /^#{1,6}\s+(.+)$/.exec(line);
    if (item) html.push(`<li>${item[1]}</li>`);
    else if (heading) html.push(`<h3>${heading[1]}</h3>`);
    else html.push(line.trim() === "" ? "<div></div>" : `${line}<br>`);
  }
  return html.join("\n");
}

/** True when the text holds at least one real tag. */
export function hasTags(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,2000})?\/?>/i.test(text);
}

export interface HighlightMark {
  /** Into `htmlToText(html)`, end exclusive. */
  start: number;
  end: number;
  id: string;
  /** Becomes the class of the mark. */
  tone: string;
}

/** Wraps ranges of the text in `<mark data-evidence class>`. The HTML must come from `sanitizeHtml`; its text stays the same. */
export function highlightHtml(html: string, marks: readonly HighlightMark[]): string {
  const wanted = marks.filter(({ start, end }) => end > start && start >= 0).sort((a, b) => a.start - b.start);
  if (wanted.length === 0) return html;
  let out = "";
  let copied = 0;
  let position = 0;
  let next = 0;
  let active: HighlightMark[] = [];
  let open: readonly HighlightMark[] = [];
  // Neighbors under the same marks share one element, until a tag or another mark parts them.
  const write = (start: number, end: number, marks: readonly HighlightMark[]) => {
    if (start !== copied || !isSame(open, marks)) {
      out += closing(open) + html.slice(copied, start) + opening(marks);
      open = marks;
    }
    out += html.slice(start, end);
    copied = end;
  };

  walkText(html, (text, start, end, isLiteral) => {
    const pieceEnd = position + text.length;
    while (next < wanted.length && (wanted[next]?.start ?? 0) < pieceEnd) active.push(wanted[next++] as HighlightMark);
    active = active.filter((mark) => mark.end > position);
    if (start >= 0 && active.length > 0) {
      if (!isLiteral) write(start, end, active);
      else
        for (const cut of cutAtMarks(html.slice(start, end), position, active))
          write(start + cut.from, start + cut.to, cut.marks);
    }
    position = pieceEnd;
  });
  return out + closing(open) + html.slice(copied);
}

/** Parts a literal run where marks begin and end, never inside a surrogate pair. */
function cutAtMarks(raw: string, offset: number, active: readonly HighlightMark[]) {
  const edges = new Set([0, raw.length]);
  for (const mark of active) {
    edges.add(wholeCharacter(raw, mark.start - offset, -1));
    edges.add(wholeCharacter(raw, mark.end - offset, 1));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] as number;
    return { from, to, marks: active.filter(({ start, end }) => start - offset < to && end - offset > from) };
  });
}

function wholeCharacter(raw: string, at: number, direction: 1 | -1): number {
  if (at <= 0 || at >= raw.length) return Math.max(0, Math.min(raw.length, at));
  const code = raw.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + direction : at;
}

function opening(marks: readonly HighlightMark[]): string {
  return marks.map(({ id, tone }) => `<mark data-evidence="${attribute(id)}" class="${attribute(tone)}">`).join("");
}

function closing(marks: readonly HighlightMark[]): string {
  return "</mark>".repeat(marks.length);
}

function isSame(a: readonly HighlightMark[], b: readonly HighlightMark[]): boolean {
  return a.length === b.length && a.every((mark, i) => mark === b[i]);
}

function attribute(value: string): string {
  return value.replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}

function isTooDeep(html: string): boolean {
  let depth = 0;
  visitTokens(html, (kind, name) => {
    if (kind === "close") depth = Math.max(0, depth - 1);
    else if (kind === "open" && !NOT_NESTING.has(name)) depth++;
    return depth <= MAX_NESTING;
  });
  return depth > MAX_NESTING;
}
