import type { UncountedKind } from "./kind-groups.ts";
import type { FindingKind } from "./kinds.ts";
import type { Level } from "./level.ts";
import { type Subject, subjectKey } from "./subject.ts";

export type { FindingKind } from "./kinds.ts";
export { LEVELS, type Level } from "./level.ts";

/** One thing that is wrong or worth knowing. `kind` and `subject` together are its identity. */
export interface Finding {
  kind: FindingKind;
  subject: Subject;
  level: Level;
  /** false while it is suspected: shown as "checking again", neither counted nor notified. */
  confirmed: boolean;
  /** The person marked it as expected: visible, but neither counted nor notified. */
  acknowledged: boolean;
  /** When an answer first said so, in ms since the epoch. */
  since: number;
  confirmedAt: number | null;
}

/** Which finding of an account is meant. */
export type FindingRef = Pick<Finding, "kind" | "subject">;

/** The same for the same finding, and for nothing else. */
export function identity({ kind, subject }: FindingRef): string {
  return `${kind} ${subjectKey(subject)}`;
}

/** The table's column once more, kept to it by its type: the first sight of the popup counts, and needs nothing else of it. */
const UNCOUNTED: Record<UncountedKind, true> = { "key-rejected": true, unreachable: true };

/** Whether it is a number on the badge; else it has a sign of its own there. */
export function isCounted(kind: FindingKind): boolean {
  return !Object.hasOwn(UNCOUNTED, kind);
}
