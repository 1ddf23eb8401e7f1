import bowser from "bowser";

/** "Firefox on Linux", "Safari on iOS", "curl": what a person recognises. Versions come and go and are left out. */
export function deviceName(userAgent: string | null | undefined): string {
  if (!userAgent) return "Unknown device";
  const { browser, os } = bowser.parse(userAgent);
  const program = browser.name || /^[A-Za-z][\w.-]{0,30}(?=\/)/.exec(userAgent)?.[0];
  if (!program) return "Unknown device";
  return os.name ? `${program} on ${os.name}` : program;
}

export type DeviceKind = "computer" | "phone" | "program";

export function deviceKind(userAgent: string | null | undefined): DeviceKind {
  const type = userAgent ? bowser.parse(userAgent).platform.type : undefined;
  if (type === "mobile" || type === "tablet") return "phone";
  return type === "desktop" ? "computer" : "program";
}

/** Where a sign-in came from, for the person; undefined when the server could not tell. */
export function placeName(address: string | null | undefined): string | undefined {
  if (!address || address === "direct") return undefined;
  return /^(::1|127\.|::ffff:127\.)/.test(address) ? "this machine" : address;
}
