import type { EmploymentType } from "@/db/schema/vocabulary";
import { fold } from "./text";

/** Tested in order against the label in lower case without `-`, `_`, `/` and blanks. */
const TYPES: readonly [EmploymentType, RegExp][] = [
  [
    "internship",
    /intern(?!al|ational)|praktik|werkstudent|workingstudent|apprentice|trainee|ausbildung|azubi|stagiaire|alternance|estagio|becari|scholarship|coop$/,
  ],
  ["volunteer", /volunt|ehrenamt|benevol/],
  ["per_diem", /perdiem|^prn$|asneeded/],
  ["temporary", /^temp|temporary|seasonal|zeitarbeit|interim|saison/],
  [
    "contract",
    /contract(?!ual$)|freelance|fixedterm|befristet|^cdd|selfemployed|b2b|consultan|projet|project(?:based|work)?$|zlecenie|autonomo/,
  ],
  ["part_time", /parttime|teilzeit|tempspartiel|mediajornada|deeltijd|minijob|tempoparcial|^part$|niepelny/],
  [
    "full_time",
    /full|permanent|regular|^cdi|vollzeit|festanstellung|unbefristet|indefini|tempsplein|jornadacompleta|tempointegral|voltijd|pelny|salaried/,
  ],
];

/** Reads a board's label ("FullTime", "fulltime_permanent", "Festanstellung"); undefined only when there is none. */
export function readEmploymentType(label: string | undefined): EmploymentType | undefined {
  const key = fold(label ?? "")
    .slice(0, 200)
    .replace(/[\s\-_/.,()]+/g, "");
  if (key === "") return undefined;
  // "Temp Full-time" and "Full-time contract" are bounded work; "unbefristet" contains its opposite.
  if (/unbefristet|contratoindefinido/.test(key)) return "full_time";
  return TYPES.find(([, pattern]) => pattern.test(key))?.[0] ?? "other";
}
