import { randomUUID } from "node:crypto";
import { exportAccount } from "@/lib/account-data/export";
import { importAccount } from "@/lib/account-data/import";
import { receiveUpload } from "@/lib/account-data/upload";
import { identifyCaller } from "@/lib/api/caller";
import { toProblem } from "@/lib/api/problem";
import { recordDenial } from "@/lib/audit/denials";
import { type Context, createContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";

/** Not operations of /api/v1: an archive is a stream both ways, and neither end may hold it whole. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async (ctx) => {
    const { fileName, size, stream } = await exportAccount(ctx);
    return new Response(stream(), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${fileName}"`,
        "content-length": String(size),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}

/** Making an archive to tell its size would be a surprise. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { allow: "GET, POST" } });
}

export function POST(request: Request): Promise<Response> {
  return answer(request, async (ctx) => {
    const data = await importAccount(ctx, { receive: () => receiveUpload(request.body) });
    return Response.json({ data }, { headers: { "cache-control": "no-store" } });
  });
}

async function answer(request: Request, run: (ctx: Context) => Promise<Response>): Promise<Response> {
  const requestId = randomUUID();
  let ctx: Context | undefined;
  try {
    const { actor, address, userAgent } = await identifyCaller(request, false);
    if (!actor) throw new AppError("unauthenticated", "Sign in first");
    ctx = await createContext(actor, { address, userAgent });
    return await run(ctx);
  } catch (error) {
    const known = error instanceof AppError ? error : undefined;
    if (ctx && known) await recordDenial(ctx, known);
    if (!known || known.code === "internal") logger.error({ err: error, requestId }, "account data request failed");
    const problem = known ?? new AppError("internal", "Something went wrong on our side. Nothing was changed.");
    return asksForPage(request) ? toPage(problem) : toProblem(problem, { requestId, fieldsIn: "body" });
  }
}

/** A link that was clicked, not a program. */
const asksForPage = ({ method, headers }: Request): boolean =>
  method === "GET" && (headers.get("accept") ?? "").includes("text/html");

/** Relative, so that it stays on the address the person came by. */
function toPage({ code }: AppError): Response {
  const location = code === "unauthenticated" ? "/sign-in" : `/settings/data?${new URLSearchParams({ problem: code })}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
