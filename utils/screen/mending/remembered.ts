import { destinationName } from "../../copy/names.ts";
import { isAddedTo } from "../../core/calendars/destination.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { replacementOf } from "../../core/calendars/replaced.ts";
import { mendingOf } from "../../core/mending/find.ts";
import { begunMending, snapshotOf } from "../../core/mending/snapshot.ts";
import type { RememberedConnection } from "../../core/model/account-state.ts";
import type { Mending } from "../../core/model/mending.ts";
import { type ConnectionSubject, connectionId } from "../../core/model/subject.ts";
import type { FixContext } from "../problems/fix.ts";
import type { ToPutBack } from "./plan-sentence.ts";

/**
 * The mending of a connection. Of one that is remembered no more, as when the person has left it as it is, there still is the way to
 * connect it again.
 */
export function mendingFor(
  { state, mendings, now }: FixContext,
  subject: ConnectionSubject,
): { mending: Mending; isRemembered: boolean } {
  const mending = mendingOf(mendings, subject);
  if (mending) return { mending, isRemembered: true };
  const connection = connectionOf(state, subject) ?? unknown(subject);
  const successor = replacementOf(state, connection);
  const begun = begunMending(state, connection, snapshotOf(state, connection), now);
  return {
    mending: {
      ...begun,
      successor: successor ? connectionId(successor) : null,
      removed: connection.condition === "missing",
    },
    isRemembered: false,
  };
}

/** All that was set in a connection, as it is remembered: it goes with that from Cal.com, and is to come back. */
export function wereSetIn({ state }: FixContext, mending: Mending): ToPutBack {
  const { integration, selected, destination, eventTypes } = mending;
  const connection = connectionOf(state, mending);
  const isIn =
    destination !== null &&
    (connection?.calendars.some((one) => isAddedTo(destination, one, connection)) ?? false);
  return {
    integration,
    calendars: selected,
    unselected: [],
    destination: isIn ? destinationName(state, destination) : null,
    eventTypes,
  };
}

function unknown(subject: ConnectionSubject): RememberedConnection {
  return {
    ...connectionId(subject),
    appName: null,
    appSlug: null,
    condition: "missing",
    message: null,
    primaryExternalId: null,
    lastGoodAt: null,
    calendars: [],
    malformedCalendars: 0,
    breaks: [],
    earlierBreaks: [],
    flapSuppressed: false,
    firstAnswer: 0,
    replacedBy: null,
  };
}
