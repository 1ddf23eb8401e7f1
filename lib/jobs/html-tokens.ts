import { decodeHTML } from "entities";

/** A tag, or the text between two tags (`name` is empty), as offsets into the HTML. Return false to stop. */
export type TokenVisitor = (kind: "text" | "open" | "close", name: string, start: number, end: number) => unknown;

const TAG_NAME = /[a-z][a-z0-9-]*/iy;

/**
 * Splits HTML whose attribute values hold no bare `>`, which is what `sanitizeHtml` writes.
 * Linear and total on anything else: what is no tag is text, comments vanish.
 */
export function visitTokens(html: string, visit: TokenVisitor): void {
  let textStart = 0;
  let at = html.indexOf("<");
  while (at !== -1) {
    const next = html.charCodeAt(at + 1);
    const isClose = next === SLASH;
    TAG_NAME.lastIndex = at + (isClose ? 2 : 1);
    const name = TAG_NAME.exec(html)?.[0];
    if (name === undefined && next !== EXCLAMATION && next !== QUESTION) {
      at = html.indexOf("<", at + 1);
      continue;
    }
    const isComment = name === undefined && html.startsWith("<!--", at);
    const close = isComment ? html.indexOf("-->", at) : html.indexOf(">", at);
    if (close === -1) break;
    if (at > textStart && visit("text", "", textStart, at) === false) return;
    textStart = close + (isComment ? 3 : 1);
    if (name !== undefined && visit(isClose ? "close" : "open", name.toLowerCase(), at, textStart) === false) return;
    at = html.indexOf("<", textStart);
  }
  if (textStart < html.length) visit("text", "", textStart, html.length);
}

const EXCLAMATION = 33;
const SLASH = 47;
const QUESTION = 63;

/** Blank lines a tag puts around itself: 2 apart, 1 on its own line. */
const BREAKS: Record<string, number> = {
  p: 2,
  h1: 2,
  h2: 2,
  h3: 2,
  h4: 2,
  h5: 2,
  h6: 2,
  ul: 2,
  ol: 2,
  blockquote: 2,
  pre: 2,
  table: 2,
  div: 1,
  section: 1,
  article: 1,
  tr: 1,
  li: 1,
};
const SPECIAL = /&|[\t\n\r\f \u00a0]{2,}|[\t\n\r\f\u00a0]/g;
const SPACE = /[\t\n\r\f \u00a0]/;
const HIDDEN = new Set(["script", "style", "template", "noscript", "title"]);

/** `start` is -1 for text that stands nowhere in the HTML: line breaks and bullets. Only literal pieces may be cut. */
export type PieceSink = (text: string, start: number, end: number, isLiteral: boolean) => void;

/** The one reading of HTML as text: `htmlToText` joins the pieces, `highlightHtml` finds its way back through them. */
export function walkText(html: string, sink: PieceSink): void {
  const state = { hasText: false, breaks: 0, bullet: false, spaceStart: -1, spaceEnd: -1, listDepth: 0, pre: 0 };
  let hidden = "";

  const emit = (text: string, start: number, end: number, isLiteral: boolean) => {
    if (state.breaks > 0 && state.hasText) sink(state.breaks === 1 ? "\n" : "\n\n", -1, -1, false);
    else if (state.spaceStart >= 0 && state.hasText && !state.bullet)
      sink(" ", state.spaceStart, state.spaceEnd, false);
    if (state.bullet) sink("- ", -1, -1, false);
    state.breaks = 0;
    state.bullet = false;
    state.spaceStart = -1;
    state.hasText = true;
    sink(text, start, end, isLiteral);
  };
  const space = (start: number, end: number) => {
    if (state.spaceStart >= 0) return;
    state.spaceStart = start;
    state.spaceEnd = end;
  };

  visitTokens(html, (kind, name, start, end) => {
    if (hidden) {
      if (kind === "close" && name === hidden) hidden = "";
    } else if (kind === "text") {
      readText(html, start, end, state.pre > 0, emit, space);
    } else {
      if (kind === "open" && HIDDEN.has(name)) hidden = name;
      applyTag(name, kind, state);
    }
  });
}

function applyTag(
  name: string,
  kind: "open" | "close",
  state: { breaks: number; bullet: boolean; spaceStart: number; listDepth: number; pre: number },
): void {
  if (name === "br") {
    state.breaks = Math.min(2, state.breaks + 1);
    state.spaceStart = -1;
    return;
  }
  const breaks = BREAKS[name];
  if (breaks === undefined) return;
  const step = kind === "open" ? 1 : -1;
  if (name === "ul" || name === "ol") state.listDepth = Math.max(0, state.listDepth + step);
  if (name === "pre") state.pre = Math.max(0, state.pre + step);
  const inList = state.listDepth > (name === "ul" || name === "ol" ? (kind === "open" ? 1 : 0) : 0);
  state.breaks = Math.max(state.breaks, inList ? 1 : breaks);
  state.spaceStart = -1;
  if (name === "li") state.bullet = kind === "open";
}

function readText(
  html: string,
  start: number,
  end: number,
  isPre: boolean,
  emit: PieceSink,
  space: (start: number, end: number) => void,
): void {
  let from = start;
  let to = end;
  if (!isPre) {
    while (from < to && SPACE.test(html.charAt(from))) from++;
    if (from > start) space(start, from);
    while (to > from && SPACE.test(html.charAt(to - 1))) to--;
  }
  // Searched in its own slice: a search that runs past the token would make many small tokens quadratic.
  const base = from;
  const run = html.slice(from, to);
  while (from < to) {
    SPECIAL.lastIndex = from - base;
    const found = SPECIAL.exec(run);
    const at = found === null ? to : base + found.index;
    if (at > from) emit(html.slice(from, at), from, at, true);
    if (found === null) break;
    if (found[0] === "&") {
      const stop = entityEnd(html, at, to);
      const decoded = decodeHTML(html.slice(at, stop));
      if (!isPre && decoded.trim() === "" && decoded !== "") space(at, stop);
      else emit(decoded, at, stop, false);
      from = stop;
    } else {
      const stop = at + found[0].length;
      if (isPre) emit(html.slice(at, stop), at, stop, true);
      else space(at, stop);
      from = stop;
    }
  }
  if (!isPre && end > to && to > start) space(to, end);
}

function entityEnd(html: string, at: number, limit: number): number {
  const stop = Math.min(limit, at + 40);
  let end = at + 1;
  while (end < stop && /[a-z0-9#]/i.test(html.charAt(end))) end++;
  return end < stop && html.charAt(end) === ";" ? end + 1 : at + 1;
}
