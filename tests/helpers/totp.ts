import { Secret, TOTP } from "otpauth";

/** What an authenticator app would show for a secret at an instant. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({ timestamp: at.getTime() });
}
