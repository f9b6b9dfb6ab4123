import { type Subject, subjectKey } from "./subject.ts";

export const LEVELS = ["error", "warning", "notice"] as const;
/** `error`: bookings go wrong or nothing is checked; `warning`: likely to; `notice`: worth a look, often intended. */
export type Level = (typeof LEVELS)[number];

export const FINDING_KINDS = [
  "key-rejected",
  "unreachable",
  "no-connections",
  "nothing-selected",
  "connection-error",
  "connection-gone",
  "connection-unchecked",
  "flapping",
  "calendar-gone",
  "selection-lost",
  "not-selected",
  "read-only",
  "destination-missing",
  "destination-changed",
  "destination-broken",
  "destination-read-only",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

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

/** The same for the same finding, and for nothing else. */
export function identity({ kind, subject }: Pick<Finding, "kind" | "subject">): string {
  return `${kind} ${subjectKey(subject)}`;
}
