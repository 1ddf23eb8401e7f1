import { existsSync, readFileSync } from "node:fs";
import { findSkills } from "@/lib/matching/skills";
import { goldOf, isNamed, type Posting, readSkillSpan } from "./skillspan";
import { bootstrap, type EvalReport, type EvalRow } from "./stats";

const FOLDER = "../shared/samples/matching";
const DEV = `${FOLDER}/skillspan/skillspan_tech_dev.conll`;
const TECHNOLOGIES = `${FOLDER}/taxonomy/technologies.csv`;

/**
 * Named technology that people marked in the dev postings and the taxonomy does not know, found by reading every
 * marked span the look-up left empty. They count as gold, so the product is charged for not knowing them.
 */
const UNKNOWN_NAMES =
  "ajax aurora blackfire chrome dhis2 dtrace firefox iostat jstl jta meltano nmon powerpoint sar servlet singer travis vmstat yourkit";
const EXTRA = new Map([
  ...UNKNOWN_NAMES.split(" ").map((name) => [name, `gold:${name}`] as const),
  ["flight recorder", "gold:flight-recorder"],
  ["google hangouts", "gold:google-hangouts"],
]);

type Extractor = (posting: Posting) => Set<string>[];

/**
 * matching.md P1 on SkillSpan tech dev. A unit is a sentence and a named technology in it. Gold: the spans experts
 * marked as knowledge, turned into names by look-up in the aliases of the taxonomy under test plus the list above.
 * So the spans are human and the names are not: the figure says how well names are found where a person saw knowledge,
 * and it is charged for names the experts left unmarked (they skip titles). Taxonomy tuned on train only.
 */
export async function run(): Promise<EvalReport> {
  const name = "P1 skills (SkillSpan tech dev; spans by experts, names by look-up, see bench/eval/skills.ts)";
  for (const path of [DEV, TECHNOLOGIES]) if (!existsSync(path)) return { name, notRun: `${path} is absent` };
  const postings = readSkillSpan(DEV);
  const gold = postings.map((posting) =>
    posting.map((sentence) => union(sentence.spans.map((span) => goldOf(span, EXTRA)))),
  );
  const ours = countsOf(postings, gold, findInPosting);
  const csv = countsOf(postings, gold, regexExtractor(readFileSync(TECHNOLOGIES, "utf8")));
  const words = countsOf(postings, gold, wordExtractor(postings));
  const total = add(ours);
  const csvTotal = add(csv);
  const wordsTotal = add(words);
  const paired = ours.map((counts, index) => ({ ours: counts, csv: csv[index] as Counts }));
  const gain = (sample: readonly (typeof paired)[number][]) =>
    f1(add(sample.map((one) => one.ours))) - f1(add(sample.map((one) => one.csv)));
  const interval = bootstrap(ours, (sample) => f1(add(sample)));
  const gainInterval = bootstrap(paired, gain);
  const n = total.hit + total.missed;
  const row = (metric: string, value: number, target: string, baseline?: EvalRow["baseline"]): EvalRow => ({
    metric,
    value,
    n,
    target,
    ...(baseline && { baseline }),
  });
  const oracle = "single-word tokenizer given the gold words";
  const csvName = "technologies.csv regex";
  return {
    name,
    rows: [
      row(`F1 [${interval.low.toFixed(2)}, ${interval.high.toFixed(2)}]`, f1(total), ">= 0.80", {
        name: csvName,
        value: f1(csvTotal),
      }),
      row("precision", precision(total), "", { name: csvName, value: precision(csvTotal) }),
      row("recall", recall(total), ">= 0.82", { name: csvName, value: recall(csvTotal) }),
      // The design's goal of 0.78 is for the test split. On dev many mentions are left unmarked, so that even a look-up
      // of nothing but gold words stays below it: shown beside that bound, without a verdict.
      row("F1, beside an oracle", f1(total), "", { name: oracle, value: f1(wordsTotal) }),
      row("precision, beside an oracle", precision(total), "", { name: oracle, value: precision(wordsTotal) }),
      row(`F1 gain over ${csvName}, lower bound`, gainInterval.low, ">= 0"),
    ],
  };
}

/** The product's way: the whole posting at once, so that lists over lines keep their neighbors. */
function findInPosting(posting: Posting): Set<string>[] {
  const text = posting.map((sentence) => sentence.text).join("\n");
  const mentions = findSkills(text).filter(({ skillId }) => isNamed(skillId));
  let offset = 0;
  return posting.map((sentence) => {
    const end = offset + sentence.text.length;
    const found = new Set(mentions.filter(({ start }) => start >= offset && start < end).map(({ skillId }) => skillId));
    offset = end + 1;
    return found;
  });
}

/** The vocabulary of a peer as it stands: pattern by pattern, names turned into ids by the same look-up as gold. */
function regexExtractor(csv: string): Extractor {
  const patterns = csv
    .trim()
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [, , , alternatives = "", flags = ""] = line.split(",");
      return alternatives
        .split("|")
        .filter((text) => text !== "")
        .map((text) => ({
          ids: goldOf(text, EXTRA),
          pattern: new RegExp(
            `(?<![\\w+#.])${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w+#])`,
            flags.includes("cs") ? "" : "i",
          ),
        }));
    });
  return (posting) =>
    posting.map(({ text }) => union(patterns.filter(({ pattern }) => pattern.test(text)).map(({ ids }) => ids)));
}

/**
 * The tokenizer of a word-counting peer: lower case, split at everything but letters, digits and hyphens, words of three
 * letters or more. It is given every single-word name that occurs in gold, so this is its upper bound.
 */
function wordExtractor(postings: readonly Posting[]): Extractor {
  const vocabulary = new Map<string, Set<string>>();
  for (const span of postings.flat().flatMap((sentence) => sentence.spans)) {
    for (const word of wordsOf(span)) {
      const ids = goldOf(word, EXTRA);
      if (ids.size > 0) vocabulary.set(word, ids);
    }
  }
  return (posting) => posting.map(({ text }) => union(wordsOf(text).flatMap((word) => vocabulary.get(word) ?? [])));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9-]+/)
    .filter((word) => word.length >= 3);
}

interface Counts {
  hit: number;
  wrong: number;
  missed: number;
}

/** Counts a posting, so that the bootstrap draws postings and not sentences. */
function countsOf(postings: readonly Posting[], gold: readonly Set<string>[][], extract: Extractor): Counts[] {
  return postings.map((posting, index) => {
    const counts = { hit: 0, wrong: 0, missed: 0 };
    extract(posting).forEach((found, sentence) => {
      const wanted = gold[index]?.[sentence] ?? new Set();
      for (const id of found) counts[wanted.has(id) ? "hit" : "wrong"]++;
      for (const id of wanted) if (!found.has(id)) counts.missed++;
    });
    return counts;
  });
}

function add(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, { hit, wrong, missed }) => ({ hit: sum.hit + hit, wrong: sum.wrong + wrong, missed: sum.missed + missed }),
    { hit: 0, wrong: 0, missed: 0 },
  );
}

const precision = ({ hit, wrong }: Counts) => hit / Math.max(1, hit + wrong);
const recall = ({ hit, missed }: Counts) => hit / Math.max(1, hit + missed);
const f1 = (counts: Counts) => (2 * counts.hit) / Math.max(1, 2 * counts.hit + counts.wrong + counts.missed);

function union(sets: readonly Set<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
