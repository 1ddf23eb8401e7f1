import { z } from "zod";
import type { PageRequest, PageResponse, SourceJob, SourceQuery } from "../adapter";
import { optionalHtml } from "../fields";
import { pageError, readJson, readShape } from "../page";
import { DETAIL_QUERY, graphRequest } from "./request";

const answerSchema = z
  .array(
    z.object({
      data: z
        .object({ jobview: z.object({ job: z.object({ description: optionalHtml }).nullish() }).nullish() })
        .nullish(),
    }),
  )
  .min(1)
  .max(10);

/** The list has no description; each job is asked for by itself, within the session of its list. */
export function detailRequest(job: SourceJob, query: SourceQuery): PageRequest {
  const variables = { jl: Number(job.externalId), queryString: "q", pageTypeEnum: "SERP" };
  const session = { token: String(job.detailState?.token ?? ""), cookie: String(job.detailState?.cookie ?? "") };
  return graphRequest(query, session, { operationName: "JobDetailQuery", variables, query: DETAIL_QUERY });
}

export function parseDetail(page: PageResponse, job: SourceJob): SourceJob {
  const [answer] = readShape(answerSchema, readJson(page), page);
  const descriptionHtml = answer?.data?.jobview?.job?.description;
  if (!descriptionHtml) throw pageError("drifted", page, "The job page has no description");
  return { ...job, descriptionHtml };
}
