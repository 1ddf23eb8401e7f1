import "server-only";
import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
/** One step of clock difference each way. */
const WINDOW = 1;

/** 160 random bits in base32, as authenticator apps want them. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says: `otpauth://totp/JOBA:ada%40example.com?…` */
export function totpUri(secret: string, account: string): string {
  return totpOf(secret, account).toString();
}

/** @returns the time step a code belongs to, or undefined when it belongs to none of now, just before and just after. */
export function findTotpStep(secret: string, code: string, now: Date): number | undefined {
  // The library throws on characters of more than one byte.
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}

/** RFC 6238 with what every app supports: SHA-1, six digits, half a minute. */
function totpOf(secret: string, label = "account"): TOTP {
  return new TOTP({
    issuer: "JOBA",
    label,
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}
