import { appendFileSync } from "node:fs";
import { expect } from "vitest";

export interface SecurityRow {
  /** The row of the threat list it answers: "S1", "matrix" … */
  id: string;
  what: string;
  count: number;
  failures: string[];
}

/** Counts attempts of one kind and what got through. */
export function tally(id: string, what: string) {
  const failures: string[] = [];
  let count = 0;
  return {
    check(isSafe: boolean, attempt: string) {
      count += 1;
      if (!isSafe) failures.push(attempt);
    },
    /** Adds the line to the printed table, then fails the test when anything got through. */
    close() {
      const row: SecurityRow = { id, what, count, failures: failures.slice(0, 40) };
      if (process.env.SECURITY_REPORT) appendFileSync(process.env.SECURITY_REPORT, `${JSON.stringify(row)}\n`);
      expect(count, "nothing was tried").toBeGreaterThan(0);
      expect(failures).toEqual([]);
    },
  };
}
