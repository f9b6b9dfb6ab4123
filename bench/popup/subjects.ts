import { resolve } from "node:path";
import type { BrowserName } from "../../tests/support/browsers/browser-under-test.ts";
import { builtExtension } from "../../tests/support/browsers/build.ts";
import type { Situation } from "./situations.ts";
import type { Awaited } from "./stamp.ts";

/** The popups that are measured side by side. */
export const SUBJECTS = ["ours", "floor", "empty"] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * How many rows the floor draws, whatever the situation. Their names are all that it stores, a few kB.
 */
const FLOOR_ROWS = 60;

/** The folder of the unpacked extension. */
export function folderOf(subject: Subject, browser: BrowserName): string {
  return subject === "ours"
    ? builtExtension(browser)
    : resolve(import.meta.dirname, "../extensions", subject);
}

export function awaitedOf(subject: Subject, { rows }: Situation): Awaited {
  switch (subject) {
    case "ours":
      return { selector: "li.calendar", count: rows };
    case "floor":
      return { selector: "li", count: Math.min(rows, FLOOR_ROWS) };
    case "empty":
      return { selector: "p", count: 1 };
  }
}

/** What stands in the store of the extension. @param now ms since the epoch */
export function recordsOf(subject: Subject, situation: Situation, now: number): Record<string, unknown> {
  if (subject === "ours") return situation.records(now);
  const names = Array.from(
    { length: FLOOR_ROWS },
    (_, index) => `Calendar ${index + 1} of dana.lopez@department.example.com`,
  );
  return subject === "floor" ? { names } : {};
}
