import "server-only";
import { domainToASCII } from "node:url";
import { AppError } from "@/lib/errors";

const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;
/** What people have. Not allowed on purpose: quotes, `|`, and `%` and `!`, which once meant "send it on to". */
const LOCAL = /^[A-Za-z0-9_'+=&~-]+(?:\.[A-Za-z0-9_'+=&~-]+)*$/;
/** `domainToASCII` would decode `%41` and stop at `/`; only letters, marks, digits and hyphens reach it. */
const LABEL = /^[\p{L}\p{M}\p{N}-]{1,63}$/u;
const ASCII_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * The one recipient in a text, as it goes on the wire: local part as given, domain in lower-case ASCII (IDN to punycode).
 * Stricter than RFC 5322 and independent of any mail library: no names, groups, lists, comments, quotes, spaces or
 * look-alike signs.
 * @throws AppError("invalid") for anything that is not exactly one plain address.
 */
export function parseRecipient(text: string): string {
  const address = readRecipient(text);
  if (!address) {
    throw new AppError("invalid", "That is not an e-mail address JOBA can write to", {
      fields: { to: ["must be one plain address, like you@example.com"] },
    });
  }
  return address;
}

function readRecipient(text: string): string | undefined {
  if (typeof text !== "string" || text.length > MAX_ADDRESS) return undefined;
  // A compatibility form (＠, ﹫, ．, ｅ) is somebody's disguise; canonical accents (é as e + ´) are not.
  if (text.normalize("NFKC") !== text.normalize("NFC")) return undefined;
  const parts = text.normalize("NFC").split("@");
  const [local = "", domain = ""] = parts;
  if (parts.length !== 2 || local.length > MAX_LOCAL || !LOCAL.test(local)) return undefined;
  const ascii = readDomain(domain);
  const address = ascii && `${local}@${ascii}`;
  return address && address.length <= MAX_ADDRESS ? address : undefined;
}

function readDomain(domain: string): string | undefined {
  if (!domain.split(".").every((label) => LABEL.test(label))) return undefined;
  const labels = domainToASCII(domain).toLowerCase().split(".");
  const isHost = labels.length > 1 && labels.every((label) => ASCII_LABEL.test(label));
  return isHost && TOP_LEVEL.test(labels.at(-1) ?? "") ? labels.join(".") : undefined;
}
