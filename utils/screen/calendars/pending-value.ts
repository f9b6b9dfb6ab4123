import type { AccountState } from "../../core/model/account-state.ts";

/** `unread`: Cal.com was asked, but what it shows since could not be read. */
export type PendingValue = boolean | "unread" | null;

/**
 * Whether Cal.com is being asked to check a calendar for conflicts, or not to: by this page or by one before it. null when
 * nothing is under way.
 *
 * WHY [last attempt]: after every action Cal.com is asked what it shows now. From a good answer on what is stored is the truth,
 * also where it is not what was wanted. Without one nobody knows. (docs/decisions/0019-pending-before-sent.md)
 */
export function pendingValueOf(
  { pending, lastAttemptAt, lastGoodAt }: AccountState,
  externalId: string,
): PendingValue {
  if (pending.length === 0) return null;
  const last = pending.findLast((one) => !("integration" in one) && one.externalId === externalId);
  if (!last || last.at <= (lastGoodAt ?? 0)) return null;
  return last.at <= (lastAttemptAt ?? 0) ? "unread" : last.action === "select-calendar";
}
