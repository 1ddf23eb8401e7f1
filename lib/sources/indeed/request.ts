import type { EmploymentType } from "@/db/schema/vocabulary";
import type { PageRequest, SourceQuery } from "../adapter";
import { marketOf } from "./markets";

const PAGE_SIZE = 100;
/** A search hands out about this many jobs, whatever the cursor says. */
export const SEARCH_CAP = 1000;

const ATTRIBUTES: Partial<Record<EmploymentType, string>> = {
  full_time: "CF3CP",
  part_time: "75GKK",
  contract: "NJXCK",
  internship: "VDTG7",
};
const REMOTE = "DSQF7";
const ANYWHERE = /^\s*(remote|anywhere|worldwide)\b/i;

const JOB_FIELDS = `source { name } key title datePublished dateOnIndeed description { html }
      location { countryName countryCode admin1Code city postalCode streetAddress formatted { short long } }
      compensation { currencyCode
        baseSalary { unitOfWork range { ... on Range { min max } } }
        estimated { currencyCode baseSalary { unitOfWork range { ... on Range { min max } } } } }
      attributes { key label }
      employer { relativeCompanyPageUrl name dossier { images { squareLogoUrl } links { corporateWebsite } } }
      recruit { viewJobUrl detailedSalary workSchedule }`;

export interface Position {
  place: number;
  /** Jobs of this place already handed out. */
  count: number;
  cursor?: string;
}

/** Without the key: `secretHeaders` adds it at the moment of sending. */
export function searchRequest(query: SourceQuery, position: Position): PageRequest {
  const place = query.criteria.locations[position.place];
  const market = marketOf(place);
  return {
    url: `${query.origin}/graphql`,
    method: "POST",
    headers: {
      accept: "application/json",
      "accept-language": `${market.locale},en;q=0.8`,
      "content-type": "application/json",
      "indeed-co": market.country,
      "indeed-locale": market.locale,
      "indeed-app-info": "appid=com.indeed.jobsearch; os=ios; dtype=phone",
      "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
    },
    body: JSON.stringify({ query: queryText(query, position) }),
    state: {
      place: position.place,
      count: position.count,
      ...(position.cursor && { cursor: position.cursor }),
    },
  };
}

/** The schema's variable types are not published, so values stand in the text as quoted literals. */
function queryText(query: SourceQuery, { place, cursor }: Position): string {
  const where = query.criteria.locations[place];
  const parts = [
    `what: ${quoted(whatOf(query))}`,
    where && !ANYWHERE.test(where) && `location: { where: ${quoted(where)}, radius: 50, radiusUnit: MILES }`,
    `limit: ${PAGE_SIZE}`,
    cursor && `cursor: ${quoted(cursor)}`,
    "sort: RELEVANCE",
    filtersOf(query, where),
  ];
  return `query GetJobData {
  jobSearch(${parts.filter(Boolean).join(" ")}) {
    pageInfo { nextCursor }
    results { trackingKey job {
      ${JOB_FIELDS}
    } }
  }
}`;
}

/** A JSON string is a valid GraphQL string: a place called `"}` stays a place. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function whatOf({ criteria }: SourceQuery): string {
  const phrase = (word: string) => (/\s/.test(word) ? `"${word.replaceAll('"', " ").trim()}"` : word);
  const [first = "", ...others] = criteria.keywords;
  const wanted = others.length > 0 ? `(${[first, ...others].map(phrase).join(" or ")})` : first;
  return [wanted, ...criteria.excludeWords.map((word) => `-${phrase(word)}`)].filter(Boolean).join(" ");
}

/** One kind of filter at a time: a date excludes the rest. */
function filtersOf({ criteria }: SourceQuery, where: string | undefined): string | undefined {
  if (criteria.postedWithinDays) {
    return `filters: { date: { field: "dateOnIndeed", start: ${quoted(`${criteria.postedWithinDays * 24}h`)} } }`;
  }
  const types = criteria.employmentTypes.map((type) => ATTRIBUTES[type]);
  // Keys of one filter must all hold, so only a single type can be asked for.
  const isRemote = where ? ANYWHERE.test(where) : false;
  const onlyRemote = isRemote || (criteria.workplaces.length === 1 && criteria.workplaces[0] === "remote");
  const keys = [types.length === 1 ? types[0] : undefined, onlyRemote ? REMOTE : undefined].filter(
    (key) => key !== undefined,
  );
  if (keys.length === 0) return undefined;
  return `filters: { composite: { filters: [{ keyword: { field: "attributes", keys: ${JSON.stringify(keys)} } }] } }`;
}
