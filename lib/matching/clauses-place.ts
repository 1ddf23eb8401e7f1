import { placeKey } from "@/lib/places/countries";
import { isWorldwide, macroRegion } from "@/lib/places/macro-regions";
import type { Reading } from "./clauses";
import { countriesIn } from "./countries-in-text";

/** Clauses about where and when one works: remote limits, days in the office, time zones. Perks only limit outright. */
export function placeClauses(text: string, isPerk: boolean): Reading[] {
  if (isPerk) return [...onlyIn(text), ...timezone(text)];
  return [...remoteCountry(text), ...onsite(text), ...timezone(text)];
}

const REMOTE_LIMIT = [
  /\bremote(?:ly)?\b[^.;]{0,60}\b(?:within|in|from|only|based|anywhere|across|throughout|limited|restricted|inside|for)\b([^.;]{0,80})/i,
  /\b(?:must|need to|should|required to|have to|currently)\b[^.;]{0,50}\b(?:be (?:based|located|resident|living|a resident)|residents?|reside|live|work)\b[^.;]{0,20}\b(?:in|within|of|from)\b([^.;]{0,80})/i,
  /\b(?:open|available|limited|restricted)\b(?: only)?(?: to)?[^.;]{0,40}\b(?:candidates?|applicants?|residents?|people|those)\b[^.;]{0,40}\b(?:in|from|of|within)\b([^.;]{0,80})/i,
  /\b(?:only|can only)\b[^.;]{0,40}\b(?:hire|hiring|consider\w*|accept\w*|employ)\b[^.;]{0,60}\b(?:in|from|within)\b([^.;]{0,80})/i,
  /\b(?:candidates?|applicants?)\b[^.;]{0,30}\b(?:must|should|need to)\b[^.;]{0,30}\b(?:in|from|within)\b([^.;]{0,60})/i,
  /\bremote\b\s*[-–—(,:]\s*([^.;)]{0,60})/i,
  /(?:mit wohnsitz|wohnsitz|deutschlandweit remote|remote)\b[^.;]{0,20}\bin(?:nerhalb)?\b([^.;]{0,60})/i,
];
const ONLY =
  /\b((?:US|U\.S\.|USA|UK|U\.K\.|EU|EEA|EMEA|LATAM|APAC|Europe|Canada|Germany|India|Brazil|Poland|Australia|North America)(?:[ ,/&]+(?:or |and )?(?:US|UK|EU|Canada|Europe|Mexico))*)[ -](?:only|based(?! (?:company|startup|business|client|team))|residents only)\b/;

function onlyIn(text: string): Reading[] {
  const only = ONLY.exec(text);
  return only ? limit(countriesIn(only[1] as string), text) : [];
}

function remoteCountry(text: string): Reading[] {
  if (ONLY.test(text)) return onlyIn(text);
  if (
    /\b(?:anywhere in the world|work from anywhere|worldwide|fully distributed across the globe|weltweit)\b/i.test(
      text,
    ) &&
    /\bremote|work from anywhere|anywhere in the world/i.test(text)
  ) {
    return [{ kind: "remote_country", value: "worldwide", isHard: false }];
  }
  for (const pattern of REMOTE_LIMIT) {
    const named = pattern.exec(text)?.[1];
    if (named === undefined) continue;
    const countries = countriesIn(named).filter((country) => !isWorldwide(placeKey(country)));
    if (countries.length > 0) return limit(countries, text);
  }
  return [];
}

/** A limit holds for people only when the sentence is about where they live, not where the company or team is. */
function limit(countries: string[], text: string): Reading[] {
  if (countries.length === 0) return [];
  const isAboutUs =
    /\b(?:our (?:team|company|customers|offices?|clients|employees|people)|(?:team|colleagues|customers|offices|employees) (?:in|across|from|is|are)|we (?:have|are|operate|serve))\b/i.test(
      text,
    ) && !/\b(?:must|only|required|candidates?|applicants?|you)\b/i.test(text);
  if (isAboutUs || /\b(?:travel|relocat\w+)\b/i.test(text) || MAY_WORK_IN.test(text)) return [];
  return [
    {
      kind: "remote_country",
      value: countries.map((name) => macroRegion(placeKey(name)) ?? name).join(","),
      isHard: !/\b(?:ideally|preferably|prefer)\b/i.test(text),
    },
  ];
}
const MAY_WORK_IN = /\b(?:authori[sz]ed|eligible|right|permit|legally) (?:to|for) work/i;

const DAY_COUNT: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ein: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
};
const OFFICE_DAYS =
  /\b(\d|one|two|three|four|five|zwei|drei|vier|fünf)\s*(?:\+|(?:-|–|to)\s*(?:\d|two|three|four|five))?\s*(?:full )?(?:days?|tagen?|x)\b(?:[^.;]{0,40}\b(?:week|woche)\b)?[^.;]{0,60}\b(?:office|on-?site|in[- ]person|hq|headquarters|büro|vor ort|hub)\b/i;
const DAYS_AFTER =
  /\b(?:office|on-?site|in[- ]person|büro|vor ort|hybrid)\b[^.;]{0,60}?\b(\d|one|two|three|four|five|zwei|drei|vier|fünf)\s*(?:\+|(?:-|–|to)\s*(?:\d|two|three|four|five))?\s*(?:days?|tagen?|x)\b[^.;]{0,20}\b(?:week|woche|wöchentlich)/i;
const OFFICE_ONLY =
  /\b(?:fully|100 ?%|full[- ]time|entirely|strictly) (?:on-?site|in[- ]office|in[- ]person|in the office)\b|\b(?:this is|position is|role is|job is) (?:an? |fully )?(?:on-?site|in[- ]office|in[- ]person)\b|\bnot (?:a |an )?(?:fully )?remote (?:position|role|job)\b|\bno remote\b|\b(?:must|required to|need to|able to) (?:be able to )?(?:work|be|commute|come)[^.;]{0,30}\b(?:on-?site|in[- ]office|in person|to (?:our|the) [^.;]{0,30}office|from (?:our|the) [^.;]{0,30}office)\b|\bin[- ]office (?:role|position|only|required)|\brelocation (?:is )?required\b|\bkein(?:e)? (?:homeoffice|remote)\b|\bonsite only\b|\bon-?site (?:role|position|required|only)\b/i;
const HYBRID =
  /\bhybrid (?:role|position|work(?:ing)?|model|schedule|set-?up|job)\b|\b(?:role|position|job) is hybrid\b|hybrides arbeiten/i;
const NOT_OFFICE =
  /on-?site (?:gym|library|nursery|fitness|services?|cafeteria|physio|parking|interview|child|massage|wellness|doctor|visit|event|clinic|chef|restaurant)|(?:team|company) (?:days?|retreat|off-?site|meet-?up)|days? (?:off|of (?:vacation|holiday|leave))|(?:on-?site|office) or remote|remote or (?:on-?site|office|in)/i;

function onsite(text: string): Reading[] {
  if (NOT_OFFICE.test(text)) return [];
  const days = OFFICE_DAYS.exec(text)?.[1] ?? DAYS_AFTER.exec(text)?.[1];
  if (days !== undefined) {
    const count = DAY_COUNT[days.toLowerCase()] ?? Number(days);
    if (
      count >= 1 &&
      count <= 5 &&
      !/\b(?:remote|home ?office|from home)\b[^.;]{0,15}$/i.test(text.slice(0, text.search(/office|on-?site/i)))
    ) {
      return [
        { kind: "onsite", value: String(count), isHard: !/\b(?:optional|up to you|can|may|encouraged)\b/i.test(text) },
      ];
    }
  }
  if (OFFICE_ONLY.test(text)) return [{ kind: "onsite", value: "5", isHard: true }];
  return HYBRID.test(text) ? [{ kind: "onsite", value: "hybrid", isHard: false }] : [];
}

/** Standard offsets from UTC in hours; daylight saving moves both sides alike for most pairs. */
const ZONES: [number, RegExp][] = [
  [-8, /\b(?:PST|PDT|PT|pacific)\b/],
  [-7, /\b(?:MST|MDT|MT|mountain time)\b/],
  [-6, /\b(?:CST|CDT|CT|central time)\b/],
  [-5, /\b(?:EST|EDT|ET|eastern|East Coast)\b/],
  [-3, /\b(?:BRT|ART)\b/],
  [0, /\b(?:GMT|BST|WET|UK|British)\b/],
  [1, /\b(?:CET|CEST|MEZ|Central European)\b/],
  [2, /\b(?:EET|EEST|IST \(Israel\))\b/],
  [5.5, /\b(?:IST|Indian?)\b/],
  [8, /\b(?:SGT|AWST|Singapore)\b/],
  [10, /\b(?:AEST|AEDT|Sydney|Australian)\b/],
];
const REGION_RANGE: [string, RegExp][] = [
  ["UTC-8..UTC-5", /\b(?:US|U\.S\.|USA|American?|North American?|United States)\b/],
  ["UTC+0..UTC+3", /\b(?:European?|EU|EMEA)\b/],
  ["UTC-5..UTC-3", /\b(?:LATAM|Latin American?|South American?)\b/],
  ["UTC+5..UTC+10", /\b(?:APAC|Asian?)\b/],
];

function timezone(text: string): Reading[] {
  if (!/time ?-?zones?|\bUTC|\bGMT|\b(?:CET|CEST|EST|EDT|PST|PDT|ET|PT)\b|overlap|zeitzone/i.test(text)) return [];
  const isAsked =
    /\b(?:must|required?|need|within|overlap|available|able to|work(?:ing)? (?:in|on|hours)|based|between|only|core hours|[±+]\s*\d|timezones?:|time zones?:)/i.test(
      text,
    );
  if (!isAsked) return [];
  const isHard = !/\b(?:ideally|preferabl[ye]|flexible|prefer\w*|any time ?zone|regardless)\b/i.test(text);
  const hours =
    /\b(\d{1,2}|two|three|four|five|six)\s*\+?\s*(?:hours?|h|hrs|stunden)\b[^.;]{0,40}\b(?:overlap|of)\b|\boverlap\b[^.;]{0,40}?\b(\d{1,2}|two|three|four|five|six)\s*\+?\s*(?:hours?|hrs)\b/i.exec(
      text,
    );
  const range = offsetRange(text);
  if (range === undefined) return [];
  const needed = hours ? numberOf(hours[1] ?? hours[2] ?? "") : undefined;
  return [{ kind: "timezone", value: needed === undefined ? range : `${range};overlap=${needed}`, isHard }];
}

function offsetRange(text: string): string | undefined {
  const explicit =
    /(?:UTC|GMT)\s*([+-−–]\s*\d{1,2})(?::?\d\d)?\s*(?:and|to|-|–|—|\.\.|through|bis|\/)\s*(?:UTC|GMT)?\s*([+-−–]?\s*\d{1,2})/i.exec(
      text,
    );
  if (explicit) return rangeOf(offset(explicit[1] as string), offset(explicit[2] as string));
  const around =
    /(?:\+\/-|±|within|\+-|plus or minus)\s*(\d)\s*(?:hours?|h|hrs)?\s*(?:of|from|around|to)?\s*(?:the )?/i.exec(text);
  const zone = ZONES.find(([, pattern]) => pattern.test(text))?.[0];
  const single = /(?:UTC|GMT)\s*([+-−–]\s*\d{1,2})/i.exec(text);
  const center = single ? offset(single[1] as string) : zone;
  if (around && center !== undefined) {
    const spread = Number(around[1]);
    return rangeOf(center - spread, center + spread);
  }
  const region = REGION_RANGE.find(([, pattern]) => pattern.test(text));
  if (center === undefined || (region && /time ?-?zones/i.test(text))) return region?.[0];
  return rangeOf(center, center);
}

function offset(text: string): number {
  return Number(text.replace(/[−–]/g, "-").replace(/\s/g, ""));
}

function rangeOf(a: number, b: number): string {
  const name = (hours: number) => `UTC${hours < 0 ? "" : "+"}${hours}`;
  return `${name(Math.min(a, b))}..${name(Math.max(a, b))}`;
}

function numberOf(text: string): number {
  return DAY_COUNT[text.toLowerCase()] ?? (text.toLowerCase() === "six" ? 6 : Number(text));
}
