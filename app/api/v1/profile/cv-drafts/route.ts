import { z } from "zod";
import { profileFactsSchema } from "@/db/schema/shapes";
import { CV_TEXT, FACTS } from "@/lib/api/examples/profile";
import { defineRoute } from "@/lib/api/route";
import { pasteCvInput } from "@/lib/profiles/schemas";
import { importPastedCv } from "@/lib/profiles/service";

export const POST = defineRoute(
  {
    operationId: "readCv",
    summary: "Read the text of a CV into facts, for review",
    description: "Nothing is stored: look it over, then send `facts` and `cvText` to `PUT /api/v1/profile`.",
    tag: "Profile",
    scope: "profile:write",
    body: z.object({ text: pasteCvInput }),
    maxBodyBytes: 1024 * 1024,
    response: z.object({
      data: z.object({ facts: profileFactsSchema, cvText: z.string().max(200_000), cvFileName: z.string().nullable() }),
    }),
    example: { body: { text: CV_TEXT }, response: { data: { facts: FACTS, cvText: CV_TEXT, cvFileName: null } } },
  },
  async (ctx, { body }) => ({ data: importPastedCv(ctx, body.text) }),
);
