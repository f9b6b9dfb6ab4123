import { calendarOf, connectionOf } from "../calendars/find.ts";
import type { AccountState } from "../model/account-state.ts";
import type { Performed } from "../model/actions.ts";
import type { Mending } from "../model/mending.ts";
import { type ConnectionId, connectionKey } from "../model/subject.ts";
import { isGone, isUnderWay } from "./find.ts";

/**
 * What the person did here is how it is to be from then on: a calendar that is switched on or off, and a connection that is accepted to
 * be gone. @param now ms since the epoch
 */
export function mendingsAfterAction(
  mendings: readonly Mending[],
  action: Performed,
  { before, after }: { before: AccountState; after: AccountState },
  now: number,
): Mending[] {
  return mendings.map((one) => {
    if (!isUnderWay(one)) return one;
    if (action.action === "acknowledge") return isAccepted(one, before, after) ? dismissed(one, now) : one;
    if (action.action !== "select-calendar" && action.action !== "unselect-calendar") return one;
    return withChoice(one, action, before);
  });
}

/** The person wants no more of it. @param now ms since the epoch */
export function dismissed(mending: Mending, now: number): Mending {
  return { ...mending, restoringSince: null, progress: null, ended: "dismissed", endedAt: now };
}

/** The same in a list, for just this connection. */
export function withDismissed(
  mendings: readonly Mending[],
  connection: ConnectionId,
  now: number,
): Mending[] {
  const key = connectionKey(connection);
  return mendings.map((one) => (isUnderWay(one) && connectionKey(one) === key ? dismissed(one, now) : one));
}

function isAccepted(mending: Mending, before: AccountState, after: AccountState): boolean {
  return isGone(before, mending) && connectionOf(after, mending) === undefined;
}

function withChoice(
  mending: Mending,
  { action, externalId }: Performed<"select-calendar" | "unselect-calendar">,
  state: AccountState,
): Mending {
  const others = mending.selected.filter((one) => one.externalId !== externalId);
  if (action === "unselect-calendar") return { ...mending, selected: others };
  const isKnown = others.length < mending.selected.length;
  const { successor } = mending;
  const calendar = successor && calendarOf(state, { ...successor, externalId });
  if (isKnown || !calendar) return mending;
  const { name, primary } = calendar;
  return { ...mending, selected: [...others, { externalId, name, primary }] };
}
