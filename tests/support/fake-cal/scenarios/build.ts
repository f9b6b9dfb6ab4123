import type { DestinationRow, Selection } from "../rows.ts";
import type { Appointment, Connection, ProviderCalendar, User, WeeklyBusyTime } from "../world.ts";

/** A scenario is a user's calendars with everything else left at what it usually is. */
export interface CalendarSeed {
  externalId: string;
  name: string | null;
  primary?: boolean;
  writable?: boolean;
  selected?: boolean;
  busy?: readonly WeeklyBusyTime[];
  appointments?: readonly Appointment[];
}

/** A working week: two meetings on each of Monday to Friday. */
export const WORKING_WEEK: readonly WeeklyBusyTime[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, fromHour: 9, hours: 0.5 },
  { weekday, fromHour: 14, hours: 1 },
]);

/** A connection and which of its calendars are checked for conflicts. */
export interface ConnectionSeed {
  connection: Connection;
  selections: Selection[];
}

export function connect(
  type: string,
  credentialId: number,
  accountEmail: string,
  calendars: CalendarSeed[],
  delegationCredentialId: string | null = null,
): ConnectionSeed {
  const connection: Connection = {
    credentialId,
    delegationCredentialId,
    type,
    accountEmail,
    calendars: calendars.map(toCalendar),
    fault: { kind: "none" },
    slowMs: 0,
    invalid: false,
    appEnabled: true,
  };
  const selected = calendars.filter((calendar) => calendar.selected);
  const selections = selected.map(({ externalId }) => ({
    integration: type,
    externalId,
    credentialId: delegationCredentialId === null ? credentialId : null,
    delegationCredentialId,
    eventTypeId: null,
  }));
  return { connection, selections };
}

/** An ICS connection, whose feeds are always read-only and may have no name. */
export function icsConnection(credentialId: number, feeds: CalendarSeed[]): Connection {
  const calendars = feeds.map((feed) => ({ ...feed, writable: false }));
  return connect("ics-feed_calendar", credentialId, "", calendars).connection;
}

/** Dana Lopez, with these connections and with bookings added to `destination`. */
export function dana(seeds: ConnectionSeed[], destination: DestinationRow | null = null): User {
  return {
    id: 4412,
    username: "dana",
    email: "dana@example.com",
    name: "Dana Lopez",
    timeFormat: 12,
    defaultScheduleId: 98213,
    weekStart: "Sunday",
    timeZone: "Europe/Madrid",
    organizationId: null,
    connections: seeds.map(({ connection }) => connection),
    selections: seeds.flatMap(({ selections }) => selections),
    destination,
    eventTypes: [],
    bookings: [],
    conferencing: [],
  };
}

/** A stored destination for Dana; `more` replaces whatever is unusual about it. */
export function destinationRow(
  integration: string,
  externalId: string,
  credentialId: number | null,
  more: Partial<DestinationRow> = {},
): DestinationRow {
  return {
    id: 871,
    integration,
    externalId,
    primaryEmail: "dana@example.com",
    userId: 4412,
    eventTypeId: null,
    credentialId,
    createdAt: "2025-11-02T09:14:33.120Z",
    updatedAt: "2026-02-17T16:40:02.511Z",
    delegationCredentialId: null,
    domainWideDelegationCredentialId: null,
    customCalendarReminder: null,
    ...more,
  };
}

function toCalendar(seed: CalendarSeed): ProviderCalendar {
  const { externalId, name, primary = false, writable = true, selected = false, busy, appointments } = seed;
  return {
    externalId,
    name,
    primary,
    writable,
    dropped: false,
    busy: busy ?? (selected ? WORKING_WEEK : []),
    ...(appointments === undefined ? {} : { appointments }),
  };
}
