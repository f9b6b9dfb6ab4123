import { type Finding, LEVELS } from "../../../utils/core/model/finding.ts";
import { KINDS } from "../../../utils/core/model/kinds.ts";

export function mostUrgentFirst(a: Finding, b: Finding): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || KINDS[a.kind].urgency - KINDS[b.kind].urgency;
}
