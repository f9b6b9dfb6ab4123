import { isSnoozed } from "../snooze.ts";
import type { Memory } from "./account-state.ts";
import { type Finding, LEVELS, type Level } from "./finding.ts";
import { byLevelKindSubject } from "./order.ts";
import { subjectKey } from "./subject.ts";

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

const MOST_ON_BADGE = 99;
/** The first of these that any account is in is that of all. One that was never asked says nothing beside others. */
const STATES = ["rejected", "attention", "unknown", "ok", "setup"] as const satisfies readonly State[];

/** The findings that are shown, in the order of the replay tool: level, kind, subject. */
export function shownFindings(memory: Memory): Finding[] {
  return memory.findings.filter((finding) => !finding.hidden).sort(byLevelKindSubject);
}

/**
 * Sums up accounts.
 * @param countingLevel findings below it are not counted
 * @param now ms since the epoch, for the snooze
 */
export function summarise(memories: readonly Memory[], countingLevel: Level, now: number): Summary {
  const each = memories.map((memory) => summariseOne(memory, countingLevel));
  const state = STATES.find((one) => each.some((summary) => summary.state === one)) ?? "setup";
  const count = each.reduce((sum, one) => sum + one.count, 0);
  const level = LEVELS.find((one) => each.some((summary) => summary.level === one)) ?? null;
  const awake = each.filter((_, index) => !isSnoozed(memories[index]?.snoozeUntil ?? null, now));
  const awakeState = STATES.find((one) => awake.some((summary) => summary.state === one)) ?? "setup";
  const awakeCount = awake.reduce((sum, one) => sum + one.count, 0);
  return { state, count, level, badge: badgeText(awakeState, awakeCount) };
}

function summariseOne(memory: Memory, countingLevel: Level): Omit<Summary, "badge"> {
  const effective = memory.findings.filter(
    ({ hidden, confirmed, expected }) => !hidden && confirmed && !expected,
  );
  const has = (kind: Finding["kind"]) => effective.some((finding) => finding.kind === kind);
  const counted = effective.filter(({ kind, level }) => isCounted(kind) && reaches(level, countingLevel));
  const count = new Set(counted.map(({ subject }) => subjectKey(subject))).size;
  const level = LEVELS.find((one) => counted.some((finding) => finding.level === one)) ?? null;
  return { state: stateOf(memory, has, count), count, level };
}

function stateOf(memory: Memory, has: (kind: Finding["kind"]) => boolean, count: number): State {
  if (memory.lastGoodAt === null && memory.findings.length === 0) return "setup";
  if (has("key-rejected")) return "rejected";
  if (count > 0) return "attention";
  return has("unreachable") ? "unknown" : "ok";
}

/** These two have badges of their own. */
function isCounted(kind: Finding["kind"]): boolean {
  return kind !== "key-rejected" && kind !== "unreachable";
}

function reaches(level: Level, atLeast: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(atLeast);
}

function badgeText(state: State, count: number): string {
  switch (state) {
    case "rejected":
      return "!";
    case "attention":
      return count > MOST_ON_BADGE ? `${MOST_ON_BADGE}+` : String(count);
    case "unknown":
      return "?";
    case "setup":
    case "ok":
      return "";
  }
}
