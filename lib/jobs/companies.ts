import { fold, oneLine } from "./text";

const LEGAL_FORMS =
  /[\s,]+(?:inc|incorporated|llc|l l c|llp|lp|ltd|limited|plc|corp|corporation|co|company|gmbh(?: (?:&|und) co(?: kg)?)?|mbh|ggmbh|ug|ag|kg|kgaa|ohg|e ?v|e ?k|se|sa|s a|sas|sasu|sarl|s a r l|sprl|srl|s r l|spa|s p a|sl|s l|slu|bv|b v|nv|n v|oy|oyj|ab|aps|a\/s|as|asa|pty(?: ltd)?|pte(?: ltd)?|pvt(?: ltd)?|private limited|sp z ?o ?o|sp\. z o\.o|kft|zrt|s r o|sro|doo|d o o|ood|eood|ltda|lda|s a de c v|sa de cv|k k|kk|holdings? (?:inc|ltd|llc))$/;

/** As shown. */
export function cleanCompany(name: string): string {
  return oneLine(name, 200);
}

const MAX_CACHED = 5000;
const keys = new Map<string, string>();

/** Comparison key of an employer: "Acme, Inc." and "ACME GmbH" are `acme`. Brands stay apart: no word but the legal form goes. */
export function companyKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = keyOf(name);
    if (keys.size >= MAX_CACHED) keys.clear();
    keys.set(name, key);
  }
  return key;
}

function keyOf(name: string): string {
  let key = fold(name)
    .slice(0, 400)
    .replace(/[.'`´"“”®™©]+/g, (mark) => (mark.includes(".") ? " " : ""))
    .replace(/\s+/g, " ")
    .trim();
  for (let before = ""; before !== key; ) {
    before = key;
    const shorter = key.replace(LEGAL_FORMS, "").replace(/[\s,&]+$/, "");
    if (shorter !== "") key = shorter;
  }
  const plain = key
    .replace(/[^\p{L}\p{N}&+]+/gu, " ")
    .trim()
    .replace(/^the (?=.)/, "");
  return plain === "" ? key : plain;
}
