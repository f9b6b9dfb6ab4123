import { isUnlistedByCalCom } from "../calendars/unlisted.ts";
import type { AccountState, RememberedConnection, RememberedEventType } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import type { CheckedCalendar, EventTypeBefore, Mending } from "../model/mending.ts";
import { calendarSubject, connectionId } from "../model/subject.ts";

/** How things were, without what becomes of them. */
export type Snapshot = Pick<Mending, "selected" | "destination" | "eventTypes" | "lastGoodAt">;

/**
 * How everything was in a connection's last good answer. A doubt about it changes nothing of what is remembered, so it holds until
 * the break is beyond doubt.
 */
export function snapshotOf(state: AccountState, connection: RememberedConnection): Snapshot {
  return {
    selected: selectedIn(state, connection),
    destination: state.destination.remembered && { ...state.destination.remembered },
    eventTypes: state.eventTypes.flatMap((one) => eventTypeOf(one, connection)),
    lastGoodAt: connection.lastGoodAt,
  };
}

/** A mending that begins. @param now ms since the epoch */
export function begunMending(
  state: AccountState,
  connection: RememberedConnection,
  { selected, destination, eventTypes, lastGoodAt }: Snapshot,
  now: number,
): Mending {
  const { appName, appSlug, primaryExternalId } = connection;
  return {
    ...connectionId(connection),
    appName,
    appSlug,
    primaryExternalId,
    brokenAt: now,
    brokenCounted: state.counted,
    ...structuredClone({ selected, destination, eventTypes, lastGoodAt }),
    successor: null,
    removed: false,
    restoringSince: null,
    triedByItself: false,
    progress: null,
    notPutBack: [],
    endedAt: null,
    ended: null,
  };
}

/** What was gone before is no loss of this break, and what Cal.com lists no more can't be put back. */
function selectedIn(state: AccountState, connection: RememberedConnection): CheckedCalendar[] {
  const gone = new Set(
    state.findings
      .filter(({ kind, confirmed }) => kind === "calendar-gone" && confirmed)
      .map((finding) => identity(finding)),
  );
  return connection.calendars
    .filter(
      ({ isSelected, externalId }) =>
        isSelected &&
        !isUnlistedByCalCom(externalId) &&
        !gone.has(identity({ kind: "calendar-gone", subject: calendarSubject(connection, externalId) })),
    )
    .map(({ externalId, name, primary }) => ({ externalId, name, primary }));
}

/** Of any account of the app: removing one in the web app takes them all. (Cal.com's API behaviour, "There is no reconnect".) */
function eventTypeOf(
  { id, title, remembered, destination: current }: RememberedEventType,
  { integration, calendars }: RememberedConnection,
): EventTypeBefore[] {
  const destination = remembered ?? current;
  if (destination === null) return [];
  const isOfApp =
    destination.integration === null
      ? calendars.some(({ externalId }) => externalId === destination.externalId)
      : destination.integration === integration;
  return isOfApp ? [{ id, title, destination: { ...destination } }] : [];
}
