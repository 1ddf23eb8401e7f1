import { startOidcIssuer } from "./oidc";

const [port, appUrl = ""] = process.argv.slice(2);
await startOidcIssuer(Number(port), appUrl);
