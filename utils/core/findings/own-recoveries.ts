import { calendarOf } from "../calendars/find.ts";
import type { AccountState, PendingAction } from "../model/account-state.ts";
import type { Notice } from "../model/changes.ts";
import { type FixKind, KINDS } from "../model/kinds.ts";

/** What is asked of Cal.com to mend something in each way, and so shows in an answer as done from here. */
const ACTION_OF: Record<FixKind, PendingAction["action"] | null> = {
  reconnect: null,
  select: "select-calendar",
  restore: "set-destination",
  choose: "set-destination",
  "restore-event-types": null,
};

/** What is asked for besides: event types, by their ids, that were given a calendar from here and have it. */
export interface OwnActs {
  eventTypes: readonly number[];
}

/**
 * What is left to tell the person: not that something has recovered because they have just mended it from here. They know,
 * and what they chose may not be what it was before the break.
 * @param before the state that the observation came to
 * @param after what it made of that
 */
export function suppressOwnRecoveries(
  notify: readonly Notice[],
  before: AccountState,
  after: AccountState,
  acts: OwnActs,
): Notice[] {
  const settled = before.pending.filter((pending) => isShown(pending, after));
  const isOwn = (notice: Notice) =>
    isPutBack(notice, acts) || settled.some((action) => mended(action, notice, after));
  return notify.filter((notice) => !notice.recovered || !isOwn(notice));
}

function isPutBack({ subject }: Notice, { eventTypes }: OwnActs): boolean {
  return subject.type === "eventType" && eventTypes.includes(subject.id);
}

/** Whether it is not waited for any more because an answer shows it, and not because time was up. */
export function isShown({ action, externalId }: PendingAction, after: AccountState): boolean {
  if (after.pending.some((one) => one.action === action && one.externalId === externalId)) return false;
  if (action === "set-destination") return after.destination.current?.externalId === externalId;
  return copiesOf(externalId, after).some(({ isSelected }) => isSelected === (action === "select-calendar"));
}

function mended(pending: PendingAction, { kind, subject }: Notice, after: AccountState): boolean {
  const { fix } = KINDS[kind];
  if (fix === null || ACTION_OF[fix] !== pending.action) return false;
  switch (subject.type) {
    case "account":
    case "destination":
      return true;
    case "eventType":
      return false;
    case "calendar":
      return subject.externalId === pending.externalId;
    case "connection":
      return calendarOf(after, { ...subject, externalId: pending.externalId }) !== undefined;
  }
}

function copiesOf(externalId: string, { connections }: AccountState) {
  return connections.flatMap(({ calendars }) => calendars.filter((one) => one.externalId === externalId));
}
