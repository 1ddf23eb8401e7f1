const MAX_CHARACTERS = 60;

/**
 * A name somebody gave themselves, fit for a mail to a third person: letters only, so that it carries no link and no
 * advertisement. Anything else is "Somebody".
 */
export function personName(name: string): string {
  const trimmed = name.trim();
  const isName = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N} '’-]|\.(?=\s|$))*$/u.test(trimmed);
  return isName && [...trimmed].length <= MAX_CHARACTERS ? trimmed : "Somebody";
}
