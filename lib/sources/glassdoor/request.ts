import type { EmploymentType } from "@/db/schema/vocabulary";
import type { PageRequest, SourceQuery } from "../adapter";

const PAGE_SIZE = 30;
export const LAST_PAGE = 30;

/** Remembered between pages. `keyword` and `place` count through the words and places asked for. */
export interface Session {
  keyword: number;
  place: number;
  page: number;
  locationId: number;
  locationType: string;
  token: string;
  cookie: string;
}

/** Where "anywhere, remote" lives on Glassdoor. */
const REMOTE = { locationId: 11_047, locationType: "STATE" };
const START: Session = { keyword: 0, place: 0, page: 1, ...REMOTE, token: "", cookie: "" };

const JOB_TYPES: Partial<Record<EmploymentType, string>> = {
  full_time: "fulltime",
  part_time: "parttime",
  contract: "contract",
  temporary: "temporary",
  internship: "internship",
};

const SEARCH_QUERY = `query JobSearchResultsQuery($excludeJobListingIds: [Long!], $filterParams: [FilterParams], $keyword: String, $locationId: Int, $locationType: LocationTypeEnum, $numJobsToShow: Int!, $pageCursor: String, $pageNumber: Int, $parameterUrlInput: String, $sort: String) {
  jobListings(contextHolder: {searchParams: {excludeJobListingIds: $excludeJobListingIds, filterParams: $filterParams, keyword: $keyword, locationId: $locationId, locationType: $locationType, numPerPage: $numJobsToShow, pageCursor: $pageCursor, pageNumber: $pageNumber, parameterUrlInput: $parameterUrlInput, sort: $sort, searchType: SR}}) {
    totalJobsCount
    paginationCursors { cursor pageNumber }
    jobListings { jobview {
      header { ageInDays employer { id name } employerNameFromSearch locationName locationType payCurrency payPeriod payPeriodAdjustedPay { p10 p50 p90 } salarySource seoJobLink }
      job { jobTitleText listingId }
      overview { squareLogoUrl }
    } }
  }
}`;

export const DETAIL_QUERY = `query JobDetailQuery($jl: Long!, $queryString: String, $pageTypeEnum: PageTypeEnum) {
  jobview: jobView(listingId: $jl, contextHolder: {queryString: $queryString, pageTypeEnum: $pageTypeEnum}) { job { description } }
}`;

const BROWSER = {
  "accept-language": "en-US,en;q=0.9",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36",
};

/** The place comes first: looking it up resets the session that the token belongs to. */
export function firstRequest(query: SourceQuery): PageRequest {
  return placeRequest(query, START);
}

export function placeRequest(query: SourceQuery, session: Session): PageRequest {
  const place = query.criteria.locations[session.place];
  if (!place || /^\s*(remote|anywhere|worldwide)\b/i.test(place)) return tokenRequest(query, { ...session, ...REMOTE });
  const term = encodeURIComponent(place);
  return {
    url: `${query.origin}/findPopularLocationAjax.htm?maxLocationsToReturn=10&term=${term}`,
    headers: { ...BROWSER, accept: "application/json", ...(session.cookie && { cookie: session.cookie }) },
    state: { ...session, step: "place" },
  };
}

export function tokenRequest(query: SourceQuery, session: Session): PageRequest {
  return {
    url: `${query.origin}/`,
    headers: {
      ...BROWSER,
      accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
      "sec-fetch-dest": "document",
      "sec-fetch-mode": "navigate",
      "sec-fetch-site": "none",
      ...(session.cookie && { cookie: session.cookie }),
    },
    state: { ...session, step: "token" },
  };
}

export function searchRequest(query: SourceQuery, session: Session, pageCursor?: string): PageRequest {
  const { criteria } = query;
  const types = criteria.employmentTypes.length === 1 ? criteria.employmentTypes.map((type) => JOB_TYPES[type]) : [];
  const filterParams = [
    criteria.postedWithinDays && { filterKey: "fromAge", values: String(criteria.postedWithinDays) },
    types[0] && { filterKey: "jobType", values: types[0] },
  ].filter(Boolean);
  const variables = {
    excludeJobListingIds: [],
    filterParams,
    keyword: criteria.keywords[session.keyword] ?? "",
    numJobsToShow: PAGE_SIZE,
    locationType: session.locationType,
    locationId: session.locationId,
    parameterUrlInput: `IL.0,12_I${session.locationType}${session.locationId}`,
    pageNumber: session.page,
    pageCursor: pageCursor ?? null,
    sort: "date",
  };
  return {
    ...graphRequest(query, session, { operationName: "JobSearchResultsQuery", variables, query: SEARCH_QUERY }),
    state: { ...session, step: "search" },
  };
}

export function graphRequest(
  query: SourceQuery,
  session: Pick<Session, "token" | "cookie">,
  operation: object,
): PageRequest {
  return {
    url: `${query.origin}/graph`,
    method: "POST",
    headers: {
      ...BROWSER,
      accept: "application/json",
      "apollographql-client-name": "job-search-next",
      "apollographql-client-version": "4.65.5",
      "content-type": "application/json",
      ...(session.token && { "gd-csrf-token": session.token }),
      ...(session.cookie && { cookie: session.cookie }),
      origin: query.origin,
      referer: `${query.origin}/`,
    },
    body: JSON.stringify([operation]),
  };
}

export function readSession({ state = {} }: PageRequest): Session {
  return {
    keyword: Number(state.keyword ?? 0),
    place: Number(state.place ?? 0),
    page: Number(state.page ?? 1),
    locationId: Number(state.locationId ?? REMOTE.locationId),
    locationType: String(state.locationType ?? REMOTE.locationType),
    token: String(state.token ?? ""),
    cookie: String(state.cookie ?? ""),
  };
}
