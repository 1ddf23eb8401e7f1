import { z } from "zod";
import { SALARY_INTERVALS } from "@/db/schema/vocabulary";
import type { PageResponse, ParsedPage } from "../adapter";
import {
  optionalFlag,
  optionalHtml,
  optionalNumber,
  optionalText,
  optionalUrl,
  requiredText,
  requiredUrl,
  rowId,
  stated,
  textList,
  toDate,
} from "../fields";
import { readJson, readRows, readShape } from "../page";

const postingSchema = z.object({
  externalId: rowId,
  url: requiredUrl,
  applyUrl: optionalUrl,
  title: requiredText(),
  company: z.object({ name: requiredText(200), url: optionalUrl }),
  locations: textList(20),
  workplace: z.enum(["remote", "hybrid", "onsite"]).optional().catch(undefined),
  country: z.string().length(2).optional().catch(undefined),
  employmentType: optionalText(60),
  seniority: optionalText(60),
  salary: z
    .object({
      text: optionalText(200),
      min: optionalNumber,
      max: optionalNumber,
      currency: optionalText(3),
      interval: z.enum(SALARY_INTERVALS).optional().catch(undefined),
      isEstimate: optionalFlag,
    })
    .transform(stated)
    .optional()
    .catch(undefined),
  descriptionHtml: optionalHtml,
  tags: textList(20, 80),
  language: optionalText(8),
  postedAt: optionalText(40),
});

const boardSchema = z.object({
  nextPage: z.int().min(2).max(1000).nullable(),
  postings: z.array(z.unknown()).max(1000),
});

export function parseBoard(page: PageResponse): ParsedPage & { nextPage: number | null } {
  const { nextPage, postings } = readShape(boardSchema, readJson(page), page);
  const read = readRows(
    postings,
    postingSchema,
    (posting) => stated({ ...posting, company: stated(posting.company), postedAt: toDate(posting.postedAt) }),
    page,
  );
  return { ...read, nextPage };
}
