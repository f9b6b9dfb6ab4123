import { FINDING_KINDS, type Finding, type FindingKind, LEVELS } from "../../../utils/core/model/finding.ts";

/** Of one level these stand last: first what comes unasked for, at the end what is often meant so. */
const LAST: readonly FindingKind[] = [
  "connection-gone",
  "calendar-gone",
  "selection-lost",
  "flapping",
  "connection-unchecked",
  "not-selected",
  "read-only",
];

export function mostUrgentFirst(a: Finding, b: Finding): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    LAST.indexOf(a.kind) - LAST.indexOf(b.kind) ||
    FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind)
  );
}
