import { z } from "zod";
import { fieldsOf, pageQuery } from "@/lib/api/pagination";
import { JOB_SORTS, type JobFilters, jobCardSchema, jobFiltersSchema } from "./schemas";

const { shape } = jobFiltersSchema;

/** `a,b` or a repeated parameter. The cast claims nothing: the list itself checks what it is given. */
const many = <T extends z.ZodType>(list: z.ZodArray<T>) =>
  z
    .union([z.string().max(4000), z.array(z.string().max(4000)).max(100)])
    .transform((value) => splitList([value].flat()))
    .pipe(list as unknown as z.ZodType<z.output<T>[], string[]>)
    .optional()
    .meta({
      override: ({ jsonSchema }: { jsonSchema: { anyOf?: unknown; type?: string; maxLength?: number } }) => {
        delete jsonSchema.anyOf;
        Object.assign(jsonSchema, { type: "string", maxLength: 4000 });
      },
      description: `Several by comma${list.element instanceof z.ZodEnum ? `: ${list.element.options.join(", ")}` : ""}`,
    });
const number = <S extends z.ZodType<number, number>>(schema: S) => z.coerce.number().pipe(schema).optional();

const filterParams = {
  q: shape.q,
  states: many(shape.states.unwrap()),
  minScore: number(shape.minScore.unwrap()),
  bands: many(shape.bands.unwrap()),
  eligibility: shape.eligibility.unwrap().optional(),
  workplaces: many(shape.workplaces.unwrap()),
  countries: many(shape.countries.unwrap()),
  employmentTypes: many(shape.employmentTypes.unwrap()),
  seniorities: many(shape.seniorities.unwrap()),
  sources: many(shape.sources.unwrap()),
  companies: many(shape.companies.unwrap()),
  postedWithinDays: number(shape.postedWithinDays.unwrap()),
  salaryMin: number(shape.salaryMin.unwrap()),
  currency: shape.currency,
  unknownPay: shape.unknownPay.unwrap().optional(),
  closed: shape.closed.unwrap().optional(),
  searchId: shape.searchId,
  runId: shape.runId,
};

const withCurrency = <S extends z.ZodObject<typeof filterParams>>(schema: S) =>
  schema.refine(({ salaryMin, currency }) => salaryMin === undefined || currency !== undefined, {
    path: ["currency"],
    message: "is needed beside salaryMin: pay in different currencies is not compared",
  });

/** The filters of a list as they stand in a URL. */
export const facetsQuery = withCurrency(z.object(filterParams));

/** The filters, order, page and fields of a list as they stand in a URL. */
export const jobsQuery = withCurrency(
  z.object({
    ...filterParams,
    sort: z.enum(JOB_SORTS).optional(),
    ...pageQuery.shape,
    fields: fieldsOf(jobCardSchema),
  }),
);

/** Filters from a URL a person may have edited: what cannot be read is left out, never an error. */
export function readJobFilters(params: Record<string, string | string[] | undefined>): JobFilters {
  const known = Object.entries(filterParams).flatMap(([name, schema]) => {
    const raw = params[name];
    if (raw === undefined || raw === "") return [];
    const parsed = schema.safeParse(name === "q" ? [raw].flat()[0]?.slice(0, 200) : raw);
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data] as const] : [];
  });
  const filters = Object.fromEntries(known);
  if (filters.salaryMin !== undefined && filters.currency === undefined) delete filters.salaryMin;
  return jobFiltersSchema.parse(filters);
}

function splitList(values: string[]): string[] {
  return values.flatMap((text) => text.split(",")).flatMap((text) => text.trim() || []);
}
