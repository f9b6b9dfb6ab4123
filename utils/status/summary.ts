import type { Finding, Level } from "./finding.ts";
import type { Memory } from "./memory.ts";

export type State = "setup" | "rejected" | "attention" | "unknown" | "ok";

/** What badge, tooltip and headline say of one account or of several. */
export interface Summary {
  state: State;
  /** Distinct subjects with a counted finding. */
  count: number;
  /** The worst counted level; null when nothing is counted. */
  level: Level | null;
  /** Text on the badge; "" when empty or snoozed. */
  badge: string;
}

/** The findings that are shown, in the order of the replay tool: level, kind, subject. */
export function shownFindings(memory: Memory): Finding[] {
  return memory.findings.filter((finding) => !finding.hidden);
}

/** @param now ms since the epoch, for the snooze */
export function summarise(_memories: readonly Memory[], _countingLevel: Level, _now: number): Summary {
  return { state: "ok", count: 0, level: null, badge: "" };
}
