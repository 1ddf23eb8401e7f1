/** The package ships no types; this is as much as the tests' issuer uses. */
declare module "oidc-provider" {
  import type { Server } from "node:http";

  interface Account {
    accountId: string;
    claims: () => Record<string, unknown>;
  }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: Record<string, unknown> & { findAccount: (ctx: unknown, id: string) => Account },
    );
    listen(port: number, host: string): Server;
  }
}
