import type { Memory } from "../../../utils/status/memory.ts";

/**
 * Whether Cal.com is being asked to check a calendar for conflicts, or not to: by this page or by one before it. null when
 * nothing is under way.
 *
 * WHY [last attempt]: after every action Cal.com is asked what it shows now. From that on what is stored is the truth, also
 * where it is not what was wanted.
 */
export function wantedOf({ pending, lastAttemptAt }: Memory, externalId: string): boolean | null {
  if (pending.length === 0) return null;
  const last = pending.findLast((one) => one.act !== "setDestination" && one.externalId === externalId);
  if (!last || last.at <= (lastAttemptAt ?? 0)) return null;
  return last.act === "select";
}
