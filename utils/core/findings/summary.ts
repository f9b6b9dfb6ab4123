import { countedAs } from "../calendars/distinct.ts";
import type { AccountState } from "../model/account-state.ts";
import { type Finding, isCounted, LEVELS, type Level } from "../model/finding.ts";
import { byLevelKindSubject } from "./order.ts";

export type Overall = "setup" | "rejected" | "attention" | "unknown" | "ok";

/** What badge, tooltip and headline say of one account or of several. */
export interface Summary {
  overall: Overall;
  /** Distinct subjects with a counted finding. */
  count: number;
  /** The worst counted level; null when nothing is counted. */
  level: Level | null;
}

/** The first of these that any account is in is that of all. One that was never asked says nothing beside others. */
const STATES = ["rejected", "attention", "unknown", "ok", "setup"] as const satisfies readonly Overall[];

/** The findings that are shown, in the order of the replay tool: level, kind, subject. */
export function shownFindings(state: AccountState): Finding[] {
  return state.findings.filter((finding) => !finding.inhibited).sort(byLevelKindSubject);
}

/**
 * Sums up accounts, whatever is snoozed of them.
 * @param countingLevel findings below it are not counted
 */
export function summarise(states: readonly AccountState[], countingLevel: Level): Summary {
  const each = states.map((state) => summariseOne(state, countingLevel));
  return {
    overall: STATES.find((one) => each.some((summary) => summary.overall === one)) ?? "setup",
    count: each.reduce((sum, one) => sum + one.count, 0),
    level: LEVELS.find((one) => each.some((summary) => summary.level === one)) ?? null,
  };
}

function summariseOne(state: AccountState, countingLevel: Level): Summary {
  const effective = state.findings.filter(
    ({ inhibited, confirmed, acknowledged }) => !inhibited && confirmed && !acknowledged,
  );
  const has = (kind: Finding["kind"]) => effective.some((finding) => finding.kind === kind);
  const counted = effective.filter(({ kind, level }) => isCounted(kind) && reaches(level, countingLevel));
  const count = new Set(counted.map(({ subject }) => countedAs(subject))).size;
  const level = LEVELS.find((one) => counted.some((finding) => finding.level === one)) ?? null;
  return { overall: stateOf(state, has, level), count, level };
}

function stateOf(state: AccountState, has: (kind: Finding["kind"]) => boolean, level: Level | null): Overall {
  if (state.lastGoodAt === null && state.findings.length === 0) return "setup";
  if (has("key-rejected")) return "rejected";
  if (level === "error" || level === "warning") return "attention";
  // Old notices must not hide that nothing is known.
  if (has("unreachable")) return "unknown";
  return level === null ? "ok" : "attention";
}

function reaches(level: Level, atLeast: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(atLeast);
}
