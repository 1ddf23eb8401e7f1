/** Headers of every answer, pages and files alike, as next.config.js and the server hook both send them. */
export const SECURITY_HEADERS = {
  // Replaced on pages by the policy with a nonce (proxy.ts). Without it pages run no inline script: dark, not open.
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), xr-spatial-tracking=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-permitted-cross-domain-policies": "none",
};

/** What answers of the API add: nothing in them is a page. */
export const API_HEADERS = {
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-robots-tag": "noindex",
};

export const HSTS = "max-age=31536000; includeSubDomains";

/**
 * Paths whose address may hold a token. `same-origin` tells no other site where a visitor came from; `no-referrer` would
 * also make browsers send `Origin: null` with a form posted before scripts run, which we refuse.
 */
export const TOKEN_PATHS = ["/verify-email", "/reset-password", "/sign-up"];

/** @param {Record<string, string>} headers */
export function asList(headers) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
