import type { Failure, Rejection } from "../../cal-api/observation.ts";
import type { AppliedId, ArgumentTypes, WithArguments } from "./actions.ts";
import type { FindingKind } from "./finding.ts";

/**
 * What is kept of the last checks of an account, for bug reports. Ids of calendars and delegations, and names
 * of calendars, are in it as fingerprints only: to replay what happened it is enough to know which of them are the same.
 */
export interface ChecksLog {
  /** What was known before the first entry; null when nothing was. */
  start: Start | null;
  /** Oldest first. */
  entries: LogEntry[];
  /** The answers are too large to be kept: there are outcomes, and no recording can be made. */
  outcomesOnly: boolean;
}

export type LogEntry = LoggedCheck | LoggedAction;

export interface LoggedCheck {
  /** ms since the epoch */
  at: number;
  /** How long the request took. */
  ms: number;
  outcome: "answer" | Rejection | Failure["reason"];
  /** The HTTP status, of a rejection and of the failures that have one. */
  status?: number;
  /** Of Cal.com's own error, without addresses, links and tokens. */
  message?: string;
  /** The server's own hint how long to wait, in seconds. */
  wait?: number;
  /** Of a good answer; absent when it is the same as that of the good answer before. */
  answer?: LoggedAnswer;
  /** Of a check that read event types, too; `true` when that is the same as what was read before. */
  eventTypes?: LoggedEventTypes | true;
}

/** What `GET /v2/event-types` said. */
export interface LoggedEventTypes {
  /** Each as `eventTypeCode` writes it, by id. */
  types: string[];
  /** How many had no id. */
  malformed?: number;
}

export interface LoggedAnswer {
  connections: LoggedConnection[];
  destination: LoggedDestination | "unknown" | null;
}

export interface LoggedId {
  /** `integration.type`; null when it could not be read. */
  type: string | null;
  /** `credentialId` */
  id: number | null;
  /** A fingerprint of `delegationCredentialId`; absent where the entry lacks the key. */
  delegation?: string | null;
}

/** Healthy if it has calendars; else malformed if some could not be read or its identity could not; else broken. */
export interface LoggedConnection extends LoggedId {
  /** Each as `calendarCode` writes it. */
  calendars?: string[];
  /** How many calendars could not be read. */
  malformed?: number;
  message?: string;
  /** A fingerprint of `primary.externalId`. */
  primary?: string;
}

export interface LoggedDestination {
  type: string | null;
  /** A fingerprint. */
  calendar: string;
  id: number | null;
  delegation: string | null;
}

/** Something the person did. Ids are fingerprints. */
export type LoggedAction<Id extends AppliedId = AppliedId> = { at: number } & WithArguments<Id, LoggedTypes>;

/** What the log has of each sort of argument. */
export type LoggedTypes = Omit<ArgumentTypes, "findings"> & { findings: LoggedAcknowledgements[] };

/** Findings of one kind about the account, the destination, a connection, or some calendars of a connection. */
export interface LoggedAcknowledgements {
  kind: FindingKind;
  on: "account" | "destination" | { eventType: number } | Required<LoggedId>;
  /** Fingerprints. */
  calendars?: string[];
  /** Of a mark in the start that ends by itself: when, in ms since the epoch. */
  until?: number;
}

/** The last good answer of each connection, and what the person had said of them. */
export interface Start {
  /** When the last good answer was, in ms since the epoch. */
  at: number;
  connections: LoggedConnection[];
  /** The remembered one. */
  destination: LoggedDestination | null;
  acknowledgements: LoggedAcknowledgements[];
  snoozeUntil: number | null;
  /** Absent when none are known. */
  eventTypes?: StartEventTypes;
}

export interface StartEventTypes {
  /** Each with the destination that it was last seen with, as `eventTypeCode` writes it. */
  seen: string[];
  /** The ids of those that have none any more. */
  bare: number[];
  /** Apps with connections that broke, went or were succeeded after that. */
  lostApps: string[];
}

export function emptyChecksLog(): ChecksLog {
  return { start: null, entries: [], outcomesOnly: false };
}

export function isCheck(entry: LogEntry): entry is LoggedCheck {
  return "outcome" in entry;
}
