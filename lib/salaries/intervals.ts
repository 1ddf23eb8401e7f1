import type { SalaryInterval } from "@/db/schema/vocabulary";

/** How many of an interval make a working year: 40 hours in each of 52 weeks, 5 days a week, no unpaid leave. */
export const PER_YEAR: Record<SalaryInterval, number> = { hour: 2080, day: 260, week: 52, month: 12, year: 1 };

const PER = "(?:(?<![\\p{L}])(?:per|each|every|an?|pro|par|por|al?|im|je|na|za|op|p\\.)\\s+|all['’]|/\\s?)";
/** A single letter counts only behind a slash: "and" is not "an d(ay)". */
const SLASH = "/\\s?";
const PATTERN = new RegExp(
  [
    `(?<hour>${PER}(?:hour|hr|stunde|std|heure|hora|ora(?![\\p{L}])|uur|timme|time(?![\\p{L}])|godz)|${SLASH}h(?![\\p{L}])|hourly|stündlich|stundenlohn|stundensatz|taux horaire)`,
    `(?<day>${PER}(?:day|tag(?![\\p{L}])|jour|día|dia(?![\\p{L}])|dag|dzień)|${SLASH}d(?![\\p{L}])|daily|day rate|tagessatz|tjm|taux journalier|diem)`,
    `(?<week>${PER}(?:week|wk|woche|semaine|semana|settimana|tydzień)|weekly|wöchentlich|(?<![\\p{L}])pw(?![\\p{L}]))`,
    `(?<month>${PER}(?:month|mth|mo(?![\\p{L}])|monat|mois|mes(?![\\p{L}])|mês|mese|maand|månad|måned|mies)|${SLASH}m(?![\\p{L}²])|monthly|monatlich|monatsgehalt|mensuel|mensual|mensal|mensile|miesięcznie|maandelijks|(?<![\\p{L}])pcm)`,
    `(?<year>${PER}(?:year|yr|annum|jahr|année|an(?![\\p{L}])|año|ano(?![\\p{L}])|anno|jaar|år(?![\\p{L}])|rok(?![\\p{L}]))|${SLASH}y(?![\\p{L}])|annual|annum|yearly|jährlich|jahresgehalt|jahresbrutto|bruttojahres|annuel|anual|annui|annuo|rocznie|jaarlijks|(?<![\\p{L}])(?:p\\.\\s?a\\.?|pa|ral)(?![\\p{L}]))`,
  ].join("|"),
  "giu",
);

export interface FoundInterval {
  interval: SalaryInterval;
  end: number;
}

/** The first interval a text names: "/hr" → hour. */
export function firstInterval(text: string): FoundInterval | undefined {
  PATTERN.lastIndex = 0;
  return read(PATTERN.exec(text));
}

/** The last one, for the words before an amount: "hourly rate of". */
export function lastInterval(text: string): FoundInterval | undefined {
  return read([...text.matchAll(PATTERN)].at(-1) ?? null);
}

function read(match: RegExpExecArray | null): FoundInterval | undefined {
  if (!match) return undefined;
  const interval = (Object.keys(PER_YEAR) as SalaryInterval[]).find((name) => match.groups?.[name] !== undefined);
  return interval && { interval, end: match.index + match[0].length };
}
