import { sameDestination } from "../calendars/destination.ts";
import { integrationOf } from "../calendars/find.ts";
import { listedDestination } from "../calendars/listed-destination.ts";
import type { AccountState, EventTypeDestination, RememberedEventType } from "../model/account-state.ts";
import { KINDS } from "../model/kinds.ts";
import type { ActionProblem } from "./problem.ts";

/** An event type that Cal.com is asked to give this calendar. */
export interface EventTypeToRestore {
  /** Cal.com's. */
  id: number;
  title: string | null;
  calendar: EventTypeDestination & { integration: string };
}

/** What can be put back, and what can't, with why. */
export interface EventTypesPlan {
  restorable: EventTypeToRestore[];
  not: { id: number; title: string | null; problem: ActionProblem }[];
}

/**
 * Gives event types the calendars again that they had, where something is known to be wrong with that and the calendar can be
 * written to now.
 * @param ids those that are meant; all where there are none
 */
export function planEventTypes(state: AccountState, ids?: readonly number[]): EventTypesPlan {
  const amiss = eventTypesAmiss(state);
  const meant = state.eventTypes.filter(({ id }) => amiss.has(id) && (ids === undefined || ids.includes(id)));
  const plan: EventTypesPlan = { restorable: [], not: [] };
  for (const { id, title, ...eventType } of meant) {
    const found = calendarFor(state, eventType.remembered ?? eventType.destination);
    if ("problem" in found) plan.not.push({ id, title, problem: found });
    else plan.restorable.push({ id, title, calendar: found });
  }
  return plan;
}

/** The ids of those that have something against them which giving them their calendar again mends. */
function eventTypesAmiss({ findings }: AccountState): Set<number> {
  return new Set(
    findings.flatMap(({ kind, subject, endedCounted }) =>
      subject.type === "eventType" && endedCounted === null && KINDS[kind].fix === "restore-event-types"
        ? [subject.id]
        : [],
    ),
  );
}

/** The calendar as Cal.com wants it named, where bookings can be added to it right now. */
export function calendarFor(
  state: AccountState,
  wanted: EventTypeDestination | null,
): EventTypeToRestore["calendar"] | ActionProblem {
  if (wanted === null) return { problem: "calendarGone" };
  // Cal.com names no credential of an event type's calendar.
  const noRow = { name: null, credentialId: null, delegationCredentialId: null };
  const listed = listedDestination(state, { ...wanted, ...noRow });
  if (!listed) return { problem: isBroken(state, wanted) ? "connectionBroken" : "calendarGone" };
  const { connection, calendar } = listed;
  if (calendar.readOnly) return { problem: "readOnly" };
  const integration = integrationOf(connection, calendar);
  return integration === "" ? { problem: "webAppOnly" } : { integration, externalId: calendar.externalId };
}

function isBroken({ connections }: AccountState, { externalId }: EventTypeDestination): boolean {
  return connections.some(
    ({ condition, calendars }) =>
      condition !== "healthy" && calendars.some((calendar) => calendar.externalId === externalId),
  );
}

/** Whether a state shows that bookings of this event type are added to that calendar. */
export function isRestored({ eventTypes }: AccountState, { id, calendar }: EventTypeToRestore): boolean {
  const known: RememberedEventType | undefined = eventTypes.find((one) => one.id === id);
  return known !== undefined && known.destination !== null && sameDestination(known.destination, calendar);
}
