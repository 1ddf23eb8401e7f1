import { SYSTEM_FAMILIES } from "./families-systems";
import { WEB_FAMILIES } from "./families-web";

/** One kind of work: its titles, its stack and what the days are filled with. */
export interface DemoFamily {
  id: string;
  /** How often it occurs among the postings. */
  share: number;
  titles: readonly string[];
  areas: readonly string[];
  core: readonly string[];
  /** Two or three that stand for one another. */
  choices: readonly (readonly string[])[];
  extra: readonly string[];
  duties: readonly string[];
  knows: readonly string[];
}

export const FAMILIES: readonly DemoFamily[] = [...WEB_FAMILIES, ...SYSTEM_FAMILIES];
