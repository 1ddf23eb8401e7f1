import "server-only";
import { AppError } from "@/lib/errors";

/** Below what a password may have, so that "joba" and "adalovelace" with digits around them are found. */
const DECORATION = /^[\d\W_]+|[\d\W_]+$/gu;

/**
 * Refuses what is guessed first: the 49,000 passwords most often found in breaches (an offline list), the person's own
 * address, this program's name, one sign repeated. Nothing is sent anywhere; no classes of signs are asked for.
 * @throws AppError("invalid") with the field.
 */
export async function requireUncommonPassword(
  password: string,
  { email, field = "password" }: { email?: string | null; field?: string },
): Promise<void> {
  const reason = (await isOnBreachedList(password))
    ? "This password is on lists of stolen ones. Choose another"
    : isObvious(password, email ?? "")
      ? "This is among the first things somebody would try. Choose another"
      : undefined;
  if (reason) throw new AppError("invalid", "Choose another password", { fields: { [field]: [reason] } });
}

let breached: Promise<ReadonlySet<string>> | undefined;

async function isOnBreachedList(password: string): Promise<boolean> {
  breached ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"] as string[]),
  );
  return (await breached).has(plain(password));
}

function isObvious(password: string, email: string): boolean {
  const text = plain(password);
  const core = text.replace(DECORATION, "");
  const [local = "", domain = ""] = plain(email).split("@");
  const own = [email && plain(email), local, domain, domain.split(".")[0], "joba"].filter(
    (word) => word && word.length > 2,
  );
  return (
    own.includes(core) ||
    own.includes(text) ||
    own.some((word) => word && isRepeated(text, word)) ||
    isRepeated(text, text[0] ?? "")
  );
}

const isRepeated = (text: string, word: string) => word !== "" && text.replaceAll(word, "") === "";

/** For comparing only: what is stored is the hash of exactly what was typed. */
const plain = (text: string) => text.normalize("NFKC").toLowerCase();
