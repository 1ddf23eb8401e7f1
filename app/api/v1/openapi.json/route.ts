import document from "@/public/openapi.json";

export const dynamic = "force-static";

/** The document itself, public: it says what the API can do, not what anybody has in it. */
export function GET(): Response {
  return Response.json(document);
}
