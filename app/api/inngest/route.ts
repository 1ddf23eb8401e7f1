import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";
export const maxDuration = 300;

// Other methods stay unexported: older SDKs answered them with the environment (CVE-2026-42047).
export const { GET, POST, PUT } = serve({ client: inngest, functions });
