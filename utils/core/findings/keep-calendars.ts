import { calendarKey } from "../calendars/distinct.ts";
import type {
  AccountState,
  FindingRecord,
  RememberedCalendar,
  RememberedConnection,
} from "../model/account-state.ts";
import { type CalendarSubject, calendarSubject, connectionKey, subjectKey } from "../model/subject.ts";
import { compareText } from "./order.ts";

/** What is needed of a state to see what of it may go. */
type Kept = Pick<
  AccountState,
  "connections" | "findings" | "destination" | "settledDestination" | "eventTypes" | "pending"
>;

interface Candidate {
  calendar: RememberedCalendar;
  subject: CalendarSubject;
}

/**
 * A state with so many calendars at most, and more only where more are needed: nothing that is broken, in doubt or a problem gives way
 * to what works. Of what works the calendars go first that are not checked for conflicts: nothing is lost with them when they go. Those
 * of one connection that were not kept are counted in it, and which of them are known of another connection, or counted there.
 * @returns the same state when it has no more than that
 */
export function keepCalendars<S extends Kept>(state: S, most: number): S {
  const count = countCalendars(state);
  if (count <= most) return state;
  const going = dispensable(state)
    .sort(lessNeededFirst)
    .slice(0, count - most);
  if (going.length === 0) return state;
  const gone = new Set(going.map(({ calendar }) => calendar));
  const subjects = new Set(going.map(({ subject }) => subjectKey(subject)));
  return {
    ...state,
    connections: withoutThem(state.connections, gone),
    findings: state.findings.filter(
      (finding) => finding.endedCounted !== null || !subjects.has(subjectKey(finding.subject)),
    ),
  };
}

/** The ids of what goes are not kept: that a calendar is known elsewhere, or counted already, is only to be seen now. */
function withoutThem(
  connections: readonly RememberedConnection[],
  gone: ReadonlySet<RememberedCalendar>,
): RememberedConnection[] {
  const counted = new Set(
    connections.flatMap((connection) =>
      connection.calendars.filter((one) => !gone.has(one)).map((one) => calendarKey(connection, one)),
    ),
  );
  return connections.map((connection) => {
    const going = connection.calendars.filter((one) => gone.has(one));
    if (going.length === 0) return connection;
    const before = counted.size;
    for (const one of going) counted.add(calendarKey(connection, one));
    const calendars = connection.calendars.filter((one) => !gone.has(one));
    const notKept = (connection.notKept ?? 0) + going.length;
    const listedTwice = (connection.listedTwice ?? 0) + going.length - (counted.size - before);
    return { ...connection, calendars, notKept, ...(listedTwice > 0 && { listedTwice }) };
  });
}

export function countCalendars({ connections }: Pick<AccountState, "connections">): number {
  return connections.reduce((sum, { calendars }) => sum + calendars.length, 0);
}

function dispensable(state: Kept): Candidate[] {
  const isNeeded = neededIn(state);
  return state.connections
    .filter(({ condition }) => condition === "healthy")
    .flatMap((connection) =>
      connection.calendars.map((calendar) => ({
        calendar,
        subject: calendarSubject(connection, calendar.externalId),
      })),
    )
    .filter((one) => !isNeeded(one));
}

function neededIn(state: Kept): (one: Candidate) => boolean {
  const { findings, destination, settledDestination, eventTypes, pending } = state;
  const troubled = new Set(
    findings.filter((finding) => !isMinor(finding)).map(({ subject }) => subjectKey(subject)),
  );
  const used = new Set(
    [
      ...[destination.remembered, destination.current, settledDestination],
      ...eventTypes.flatMap((one) => [one.destination, one.remembered]),
      ...pending,
    ].map((one) => one?.externalId),
  );
  return ({ calendar, subject }) =>
    calendar.missing ||
    calendar.inherited ||
    used.has(calendar.externalId) ||
    troubled.has(subjectKey(subject));
}

/** Nothing that has to be mended: of a calendar that is not checked, or can only be read. */
function isMinor({ level, confirmed, endedCounted }: FindingRecord): boolean {
  return endedCounted !== null || (level === "notice" && confirmed);
}

/** In an order that does not depend on that of the answer, so that the same ones are kept each time. */
function lessNeededFirst(one: Candidate, other: Candidate): number {
  return (
    Number(one.calendar.isSelected) - Number(other.calendar.isSelected) ||
    Number(one.calendar.primary) - Number(other.calendar.primary) ||
    compareText(nameOf(other), nameOf(one))
  );
}

function nameOf({ subject }: Candidate): string {
  return `${connectionKey(subject)} ${subject.externalId}`;
}
