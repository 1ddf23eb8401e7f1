import NextAuth from "next-auth";
import { createAuthOptions } from "@/lib/auth/options";
import { settleProvider } from "@/lib/auth/provider-session";
import { getPublicContext } from "@/lib/auth/session";

type Segment = { params: Promise<{ nextauth: string[] }> };

const handler = NextAuth(createAuthOptions({ getVisitor: getPublicContext, settleProvider }));

export const GET = handler;

/** Provider flows begin in a server action of ours, and strangers have nothing to write into our log. */
export async function POST(request: Request, segment: Segment): Promise<Response> {
  const [action] = (await segment.params).nextauth;
  if (action === "_log" || action === "signin") return new Response(null, { status: 404 });
  return handler(request, segment);
}
