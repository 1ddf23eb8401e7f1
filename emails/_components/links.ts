/**
 * A link as it may stand in a mail: absolute, and http or https.
 * @throws TypeError for anything else, so that a relative link is found in a test and not by a reader.
 */
export function absoluteHref(href: string): string {
  const url = new URL(href);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new TypeError("A mail links to http or https only");
  return url.href;
}
