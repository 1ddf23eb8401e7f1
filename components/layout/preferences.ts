/** How this browser shows JOBA; kept in cookies so the server draws the first paint right. */
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

export const DENSITY_COOKIE = "joba-density";
export const SIDEBAR_COOKIE = "joba-sidebar";

export function parseDensity(value: string | undefined): Density {
  return value === "compact" ? "compact" : "comfortable";
}

/** Only in the browser. */
export function rememberPreference(name: string, value: string): void {
  const isSecure = window.location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing in Firefox and Safari
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax${isSecure}`;
}
