import type { Destination, Failure, Rejection } from "../../cal-api/observation.ts";
import type { PendingId } from "./actions.ts";
import type { Finding, FindingKind, Level } from "./finding.ts";
import type { ConnectionId, Subject } from "./subject.ts";

/** A calendar as it was in its connection's last good answer. */
export interface RememberedCalendar {
  externalId: string;
  integration: string | null;
  name: string | null;
  email: string | null;
  primary: boolean;
  readOnly: boolean;
  isSelected: boolean;
  /** It was selected, and its healthy connection did not list it in the last answer. */
  missing: boolean;
}

export interface RememberedConnection extends ConnectionId {
  appName: string | null;
  appSlug: string | null;
  /** How the last good answer of the account showed it. */
  condition: "healthy" | "broken" | "missing";
  /** Cal.com's message of a broken connection. */
  message: string | null;
  primaryExternalId: string | null;
  /** When it was last healthy, in ms; null when never. */
  lastGoodAt: number | null;
  /** Its last good calendars, in Cal.com's order. */
  calendars: RememberedCalendar[];
  /** How many of its calendars could not be read in the last answer. */
  malformedCalendars: number;
  /** When its `connection-error` was confirmed, newest last, at most 64, in ms. */
  breaks: number[];
  /** `flapping` was told: nothing more of this connection's breaks is, until a day without one. */
  flapSuppressed: boolean;
}

/** A finding with what is needed to tell of it exactly once. */
export interface FindingRecord extends Finding {
  /** Levels that it was notified at, since its subject was last seen right. */
  notified: Level[];
  /** Levels that are not news because the person caused them from here. */
  suppressedLevels: Level[];
  /** Covered by something worse (a broken connection, a stronger finding): kept, but not shown. */
  inhibited: boolean;
  /** When it ended without its subject being seen right, in ms: kept hidden, so that its return is not news. */
  endedAt: number | null;
  /** For `destination-changed`: the destination that it is about, null when blank; otherwise null. */
  about: Destination | null;
}

/** The person's "this is as I want it" for findings that may come and go. */
export interface Acknowledgement {
  kind: FindingKind;
  subject: Subject;
  at: number;
  /** Since when its subject is absent, in ms; null while it exists. */
  absentSince: number | null;
}

/** Something the person changed from here, and that an answer has yet to show. */
export type PendingAction =
  | { action: PendingId<"selection">; at: number; externalId: string }
  | { action: PendingId<"destination">; at: number; integration: string | null; externalId: string };

/** How often each bound of this state made the oldest go, for diagnostics. */
export interface Dropped {
  acknowledgements: number;
  gone: number;
  breaks: number;
  calendars: number;
}

/** All that is remembered of one account's answers. Plain JSON. All times in ms since the epoch. */
export interface AccountState {
  version: 1;
  firstAttemptAt: number | null;
  lastAttemptAt: number | null;
  lastGoodAt: number | null;
  lastRejectedAt: number | null;
  /** Failures in a row. */
  failures: number;
  /** Why the last attempt failed; null when it did not. */
  lastFailure: Failure | null;
  /** Why the key was rejected, while `key-rejected` stands. */
  rejection: Rejection | null;
  /** When the next check is due that nobody asks for, without jitter. */
  nextCheckAt: number | null;
  /** In the order of the last answer; missing ones last. */
  connections: RememberedConnection[];
  destination: {
    /** The one the person chose: first ever seen set, replaced only by the person. */
    remembered: Destination | null;
    /** That of the last answer in which it could be read; null when blank or never seen. */
    current: Destination | null;
  };
  findings: FindingRecord[];
  acknowledgements: Acknowledgement[];
  pending: PendingAction[];
  snoozeUntil: number | null;
  dropped: Dropped;
}

/** What is remembered of an account that was never asked. */
export function emptyAccountState(): AccountState {
  return {
    version: 1,
    firstAttemptAt: null,
    lastAttemptAt: null,
    lastGoodAt: null,
    lastRejectedAt: null,
    failures: 0,
    lastFailure: null,
    rejection: null,
    nextCheckAt: null,
    connections: [],
    destination: { remembered: null, current: null },
    findings: [],
    acknowledgements: [],
    pending: [],
    snoozeUntil: null,
    dropped: { acknowledgements: 0, gone: 0, breaks: 0, calendars: 0 },
  };
}
