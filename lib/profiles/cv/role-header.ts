import { findPlace } from "@/lib/places/places";

export interface RoleHeader {
  title: string;
  company: string;
  location: string;
}

const TITLE =
  /\b(?:engineer(?:ing)?|developer|programmer|architect|manager|lead(?:er)?|head|director|principal|consultant|designer|scientist|analyst|administrator|sre|sdet|devops|cto|ceo|cio|coo|vp|founder|co-?founder|intern(?:ship)?|trainee|specialist|tester|researcher|freelancer?|contractor|officer|owner|coach|scrum master|technician|assistant|instructor|teacher|lecturer|evangelist|advocate|expert|strategist|webmaster)\b|(?:entwickler|ingenieur|berater|architekt|leiter|programmierer|administrator|praktikant|werkstudent|referent|manager|spezialist|techniker|informatiker|gr[uü]nder|tester|designer|analyst)(?:[*:_/(]?-?in(?:nen)?\)?)?(?![\p{L}])|(?:leitung|praktikum|ausbildung zum|selbstst[aä]ndig|freiberuflich|gesch[aä]ftsf[uü]hrer)/iu;
const COMPANY_FORM =
  /\b(?:gmbh|ag|se|kg|ug|e\.?v\.?|inc|llc|ltd|limited|corp(?:oration)?|plc|b\.?v|s\.?a|s\.?r\.?l|oy|labs?|technologies|systems|solutions|software|studios?|bank|group|university|universit[aä]t|institut\w*)\b\.?/i;
const WORKPLACE = /^(?:(?:fully |100 ?% )?remote|hybrid|on-?site|home ?office|vor ort)(?:[ ,/(].*)?$/i;
const STRONG = /\s+[|·•]\s*|\s*[|·•]\s+|\s+[–—]\s+|\s+--?\s+|\s{3,}|\s*→\s*/;
const AT = /\s+(?:@|at|bei(?: der| dem)?)\s+(?=[\p{Lu}\d"“])/u;
const TEAM =
  /^(?:[\p{L}&/ -]*\b)?(?:engineering|platform|product|payments?|growth|infrastructure|front-?end|back-?end|full-?stack|web|mobile|data|search|core|team|tools|operations|it|research|r&d)$/iu;
const GENDER = /\s*[([]\s*(?:[mwfdx]\s?[/|*,]\s?){1,3}(?:[mwfdx]|div(?:ers)?)\s*[)\]]/gi;
const EMPLOYMENT =
  /^(?:full[- ]?time|part[- ]?time|permanent|contract|freelance|vollzeit|teilzeit|festanstellung|unbefristet|befristet|self-employed)$/i;

interface Piece {
  text: string;
  kind: "title" | "place" | "plain";
  /** Came after "at" or "bei": nothing but the employer stands there. */
  isEmployer: boolean;
}

export function isTitle(text: string): boolean {
  return text.length <= 90 && TITLE.test(text);
}

/** Title, employer and place out of the lines above, beside and below a role's dates. */
export function readRoleHeader(texts: readonly string[]): RoleHeader {
  const pieces = texts.flatMap((text) => piecesOf(text));
  const employer = pieces.find(({ isEmployer }) => isEmployer);
  const titleAt = pieces.findIndex(({ kind, isEmployer }) => kind === "title" && !isEmployer);
  const rest = pieces.filter((piece, index) => index !== titleAt && piece !== employer);
  const named = rest.filter(({ kind }) => kind !== "place");
  const places = rest.filter(({ kind }) => kind === "place");
  let title = pieces[titleAt]?.text ?? "";
  let company = employer?.text ?? "";
  if (title === "" && employer) title = named.shift()?.text ?? "";
  else if (title === "" && named.length > 1) title = untitled(named);
  if (company === "") {
    const best =
      named.find(({ text }) => COMPANY_FORM.test(text)) ?? named.find(({ kind }) => kind === "plain") ?? named[0];
    company = best?.text ?? "";
  }
  if (company === "" && places.length > 1) company = (places.shift() as Piece).text;
  return {
    title: tidy(title).slice(0, 200),
    company: tidy(company).slice(0, 200),
    location: places
      .map(({ text }) => text)
      .join(", ")
      .slice(0, 200),
  };
}

/** Neither piece names work: the one without a legal form is the title. Takes it out of the list. */
function untitled(named: Piece[]): string {
  const index = named.findIndex(({ text }) => !COMPANY_FORM.test(text));
  return named.splice(Math.max(0, index), 1)[0]?.text ?? "";
}

function piecesOf(raw: string): Piece[] {
  const text = raw.replace(GENDER, "").replace(/\s+\(([^()]{2,60})\)\s*$/, "   $1");
  return text.split(STRONG).flatMap((strong) => {
    const [head = "", ...tail] = strong.split(AT);
    return [...commaPieces(head, false), ...tail.flatMap((part) => commaPieces(part, true))];
  });
}

function commaPieces(text: string, isAfterAt: boolean): Piece[] {
  const parts = text
    .split(/,\s+(?!(?:inc|llc|ltd|gmbh|corp|co|s\.?a)\b)/i)
    .map((part) => part.replace(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/g, ""))
    .filter((part) => part !== "" && !EMPLOYMENT.test(part));
  const pieces: Piece[] = [];
  for (const [index, part] of parts.entries()) {
    const previous = pieces.at(-1);
    if (isAfterAt && index === 0) pieces.push({ text: part, kind: "plain", isEmployer: true });
    // "Director, Platform" is one title.
    else if (previous?.kind === "title" && TEAM.test(part) && previous.text.split(" ").length <= 3) {
      previous.text += `, ${part}`;
    } else if (previous?.kind === "place" && isPlace(part)) previous.text += `, ${part}`;
    else pieces.push({ text: part, kind: kindOf(part), isEmployer: false });
  }
  return pieces;
}

function kindOf(text: string): Piece["kind"] {
  if (WORKPLACE.test(text)) return "place";
  if (isTitle(text) && !/\b(?:gmbh|inc|llc|ltd)\b/i.test(text)) return "title";
  return isPlace(text) ? "place" : "plain";
}

function isPlace(text: string): boolean {
  if (text.split(/\s+/).length > 5 || COMPANY_FORM.test(text) || /\d/.test(text)) return false;
  return WORKPLACE.test(text) || findPlace(text) !== undefined;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/^["“]|["”]$/g, "")
    .trim();
}
