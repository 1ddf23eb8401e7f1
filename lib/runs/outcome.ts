import type { OutcomeEvidence } from "@/db/schema/shapes";
import type { SourceOutcome } from "@/db/schema/vocabulary";

/** What is known about one source of a run once no further page will be read. */
export interface SourceReading {
  name: string;
  /** Set when a page could not be read. */
  error?: { outcome: SourceOutcome; evidence: OutcomeEvidence };
  pages: number;
  rows: number;
  invalid: number;
  /** Why the board holds more than was read. */
  capped?: string;
  /** Why nothing had to be read again. */
  notModified?: string;
  /** Set when some postings could not be opened for their text. */
  detailTrouble?: string;
  /** Rows of the last complete reading of the same request; 0 when there was none. */
  lastRows: number;
}

export interface SourceVerdict {
  outcome: SourceOutcome;
  evidence: OutcomeEvidence;
  /** The reading is the whole truth, so what a whole-board listing did not name is closed. */
  isComplete: boolean;
  /** Rows to judge the next reading by; undefined leaves the last figure. */
  rememberRows?: number;
}

/** From so many rows on, a fall below this share of them is a broken page until a second reading agrees. */
const MANY = 20;
const SUSPICIOUS_SHARE = 0.1;

/** The honest state of a source. Anything short of a full reading closes nothing. */
export function judgeReading(reading: SourceReading): SourceVerdict {
  const { name, error, pages, rows, invalid, capped, lastRows } = reading;
  if (error && pages === 0) return { outcome: error.outcome, evidence: error.evidence, isComplete: false };
  if (error) {
    const message = `Read ${plural(rows, "row")} on ${plural(pages, "page")}, then stopped: ${error.evidence.message}`;
    return { outcome: "partial", evidence: { ...error.evidence, message: message.slice(0, 500) }, isComplete: false };
  }
  if (reading.notModified) return say("ok", reading.notModified, {});
  if (rows === 0) {
    return lastRows > 0
      ? say("drifted", `${name} listed nothing where it listed ${lastRows} before; nothing was closed`, {})
      : say("empty", `${name} has nothing for this search`, { rememberRows: 0 });
  }
  if (lastRows >= MANY && rows < lastRows * SUSPICIOUS_SHARE) {
    return say("drifted", `${name} listed ${rows} where it listed ${lastRows} before; nothing was closed`, {
      rememberRows: rows,
    });
  }
  if (invalid > 0) {
    return say("partial", `${invalid} of ${plural(rows, "row")} could not be read`, { rememberRows: rows });
  }
  if (reading.detailTrouble) return say("partial", reading.detailTrouble, { rememberRows: rows });
  if (capped) return say("capped", capped, { rememberRows: rows });
  return say("ok", `${plural(rows, "posting")} on ${plural(pages, "page")}`, { isComplete: true, rememberRows: rows });
}

function say(outcome: SourceOutcome, message: string, rest: Partial<SourceVerdict>): SourceVerdict {
  return { outcome, evidence: { message: message.slice(0, 500) }, isComplete: false, ...rest };
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
