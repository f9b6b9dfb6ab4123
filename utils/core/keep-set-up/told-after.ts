import { sameDestination } from "../calendars/destination.ts";
import { isShown } from "../findings/own-recoveries.ts";
import type { AccountState, PendingAction } from "../model/account-state.ts";
import type { AutomaticChange } from "../model/automatic.ts";
import type { AccountEvent } from "../model/changes.ts";

/** What one answer shows to be done; `everything` says itself when it is over. */
type SingleChange = Exclude<AutomaticChange, { what: "everything" }>;

/**
 * What became of a change that was asked for without the person. `waiting`: no answer has shown it yet. `shown`: this one does.
 * `over`: it was never sent, or nothing came of it in time.
 * @param before the state that the observation came to
 * @param after what it made of that
 */
export function outcomeOf(
  change: SingleChange,
  before: AccountState,
  after: AccountState,
): "waiting" | "shown" | "over" {
  const awaited = before.pending.filter((pending) => isOf(change, pending));
  if (awaited.some((pending) => isShown(pending, after))) return "shown";
  return after.pending.some((pending) => isOf(change, pending)) ? "waiting" : "over";
}

/** The same events, of which one is told to be what was put back without the person. */
export function markedByItself(events: readonly AccountEvent[], change: AutomaticChange): AccountEvent[] {
  return events.map((event) =>
    isEventOf(change, event) ? { ...event, byPerson: false, byItself: true } : event,
  );
}

function isOf(change: SingleChange, pending: PendingAction): boolean {
  if (change.what === "calendar") {
    return pending.action === "select-calendar" && pending.externalId === change.externalId;
  }
  return pending.action === "set-destination" && sameDestination(pending, change);
}

function isEventOf(change: AutomaticChange, event: AccountEvent): boolean {
  // Of those that were asked for from here meanwhile.
  if (change.what === "everything") return "byPerson" in event && event.byPerson;
  if (event.what === "destination") {
    return change.what === "destination" && event.to !== null && sameDestination(event.to, change);
  }
  return (
    event.what === "selected" && change.what === "calendar" && event.subject.externalId === change.externalId
  );
}
