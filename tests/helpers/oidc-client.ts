/** JOBA as the issuer of the browser tests knows it. */
export const OIDC_CLIENT = { id: "joba-tests", secret: "a-secret-of-the-tests-only", name: "Example ID" };
