/** The secret of a mailed link, or an empty text that opens nothing. */
export function tokenOf(raw: string | string[] | undefined): string {
  return typeof raw === "string" && raw.length <= 100 ? raw : "";
}
