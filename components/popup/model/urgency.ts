import { type Finding, type FindingKind, LEVELS } from "../../../utils/status/finding.ts";

/** Of one level, what most likely costs a booking or comes unasked for stands first, and what is often meant so last. */
const KINDS = [
  "key-rejected",
  "unreachable",
  "no-connections",
  "nothing-selected",
  "connection-error",
  "destination-missing",
  "destination-broken",
  "destination-read-only",
  "destination-changed",
  "connection-gone",
  "calendar-gone",
  "selection-lost",
  "flapping",
  "connection-unchecked",
  "not-selected",
  "read-only",
] as const satisfies readonly FindingKind[];

export function mostUrgentFirst(a: Finding, b: Finding): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
}
