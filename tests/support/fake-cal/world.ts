import type { Fault } from "./faults.ts";
import type { Booking, ConferencingCredential, EventType } from "./meetings.ts";
import type { DestinationRow, Selection } from "./rows.ts";
import type { ServerState } from "./server-state.ts";

/** Everything this server knows. Tests may change any of it at any time; the next request sees it. */
export interface World {
  scenario: string;
  users: User[];
  keys: ApiKey[];
  delegations: Delegation[];
  server: ServerState;
  /** The highest id that a credential ever had here: ids are never given out twice. */
  lastCredentialId: number;
}

/** A Cal.com user with what `GET /v2/me` shows and what belongs to their calendars. */
export interface User {
  id: number;
  username: string;
  email: string;
  name: string | null;
  timeFormat: 12 | 24;
  defaultScheduleId: number | null;
  weekStart: string;
  timeZone: string;
  organizationId: number | null;
  connections: Connection[];
  selections: Selection[];
  destination: DestinationRow | null;
  eventTypes: EventType[];
  bookings: Booking[];
  conferencing: ConferencingCredential[];
}

/** One credential with one calendar app. Delegation credentials all have the id -1. */
export interface Connection {
  credentialId: number;
  delegationCredentialId: string | null;
  type: string;
  /** The account at the provider: mailbox, Apple ID or CalDAV login. */
  accountEmail: string;
  calendars: ProviderCalendar[];
  fault: Fault;
  slowMs: number;
  /** Cal.com's own flag, which only `/check` and a few outputs show. */
  invalid: boolean;
  /** False when the server's administrator switched the app off: the connection then vanishes from every list. */
  appEnabled: boolean;
}

/** A calendar as the provider has it, before Cal.com's integration turns it into an answer. */
export interface ProviderCalendar {
  externalId: string;
  name: string | null;
  primary: boolean;
  /** What the provider says about writing. Several integrations never pass it on. */
  writable: boolean;
  /** The provider no longer lists it: deleted, unshared, or a feed that cannot be downloaded. */
  dropped: boolean;
  /** The appointments of every week, for `/v2/calendars/busy-times`. */
  busy: readonly WeeklyBusyTime[];
  /** Appointments that happen once. */
  appointments?: readonly Appointment[];
}

/** An appointment that happens once: instants in ISO 8601, and a title that only feeds pass on. */
export interface Appointment {
  start: string;
  end: string;
  title: string;
}

/** A busy time that comes back every week: weekday from 0 (Sunday), start hour in UTC, length in hours. */
export interface WeeklyBusyTime {
  weekday: number;
  fromHour: number;
  hours: number;
}

/** An organisation-wide credential that its members use without connecting anything themselves. */
export interface Delegation {
  id: string;
  organizationId: number;
}

export const KEY_STATES = [
  "valid",
  "unknown",
  "deleted",
  "expired",
  "orphan",
  "no-licence",
  "insufficient-scope",
  "read-only",
  "calendars-only",
  "token-expired",
  "managed",
] as const;

export type KeyState = (typeof KEY_STATES)[number];

/** A bearer value and the user it stands for. */
export interface ApiKey {
  key: string;
  userId: number;
  state: KeyState;
}
