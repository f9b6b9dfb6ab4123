import type { Destination, Failure, Rejection } from "../../cal-api/observation.ts";
import type { PendingId } from "./actions.ts";
import type { Notice } from "./changes.ts";
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
  /** It was selected in the connection that its own stands for now, which never listed it. */
  inherited: boolean;
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
  /** How many of its last good calendars there was no room for; absent when there are none. */
  notKept?: number;
  /** How many of those another connection lists, too, so that they are counted there, kept or not; absent when there are none. */
  listedTwice?: number;
  /** When it was confirmed that it, or a calendar of it, was broken off: newest last, at most 64, in ms. */
  breaks: number[];
  /** When those that it took the place of were confirmed broken, oldest first, at most 64, in ms. */
  earlierBreaks: number[];
  /** `flapping` was told: what does not hold for an hour is not told, until a day without a break. */
  flapSuppressed: boolean;
  /** Which good answer was the first that had it, counted from 1; 0 for one of before they were counted. */
  firstAnswer: number;
  /** The healthy connection of the last answer that stands for this one, which is broken beside it. */
  replacedBy: ConnectionId | null;
}

/** A finding with what is needed to tell of it exactly once. */
export interface FindingRecord extends Finding {
  /** Levels that it was notified at, since its subject was last seen right. */
  notified: Level[];
  /** Levels that are not news because the person caused them from here. */
  suppressedLevels: Level[];
  /** Covered by something worse (a broken connection, a stronger finding): kept, but not shown. */
  inhibited: boolean;
  /** When it was confirmed, in ms of the counted clock. */
  confirmedCounted: number | null;
  /** Which good answer confirmed it, counted as `answers`. */
  confirmedAnswer: number | null;
  /** When it ended without its subject being seen right, in ms of the counted clock: kept hidden, so that its return is no news. */
  endedCounted: number | null;
  /** For `destination-changed`: the destination that it is about, null when blank; otherwise null. */
  about: Destination | null;
  /** For `destination-changed`: the destinations that were told, since the remembered one was last seen. */
  notifiedAbout: Destination[];
  /** When "this is as I want it" ends by itself, in ms; null while it is not marked, and for a mark without an end. */
  acknowledgedUntil: number | null;
  /** What the person wrote beside that mark. */
  note: string | null;
}

/** A recovery that is told once what came back has settled. */
export interface AwaitedRecovery extends Notice {
  /** The connection that has to settle; null where there is none. */
  of: ConnectionId | null;
  /** When its subject was seen right, in ms. */
  since: number;
  /** It was of one that comes and goes, and has to hold for an hour. */
  flapping: boolean;
}

/** The person's "this is as I want it" for findings that may come and go. */
export interface Acknowledgement {
  kind: FindingKind;
  subject: Subject;
  at: number;
  /** Since when its subject is absent, in ms of the counted clock; null while it exists. */
  absentCounted: number | null;
  /** When it ends by itself, in ms; null for "until I take it back". */
  until: number | null;
  /** What the person wrote beside it. */
  note: string | null;
}

/** One problem that the person does not want to hear of for a while, also when it ends and comes back meanwhile. */
export interface SnoozedProblem {
  kind: FindingKind;
  subject: Subject;
  /** In ms. */
  until: number;
}

/** Which calendar bookings of one event type are added to. `externalId` is never blank. */
export interface EventTypeDestination {
  integration: string | null;
  externalId: string;
}

/** An event type, as the last readable answer about event types had it. */
export interface RememberedEventType {
  /** Cal.com's. */
  id: number;
  title: string | null;
  /** Its own destination; null where that of the account applies. */
  destination: EventTypeDestination | null;
  /** The one that it was last seen with; null when never, and when the person does without. */
  remembered: EventTypeDestination | null;
  /** Which good answer last came with that, counted as `answers`. */
  seenAnswer: number;
}

/** Connections of an app broke, went or were succeeded: Cal.com may have taken the app's calendars from event types with them. */
export interface LostApp {
  /** `integration.type` */
  integration: string;
  /** Which good answer last showed that, counted as `answers`. */
  answer: number;
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
  eventTypes: number;
  snoozed: number;
}

/** All that is remembered of one account's answers. Plain JSON. All times in ms since the epoch, but for the counted clock. */
export interface AccountState {
  version: 3;
  firstAttemptAt: number | null;
  lastAttemptAt: number | null;
  lastGoodAt: number | null;
  lastRejectedAt: number | null;
  /** How many good answers there were. */
  answers: number;
  /** The counted clock, in ms: it runs with the good answers, at most a day from one to the next, and never back. */
  counted: number;
  /** Failures in a row. */
  failures: number;
  /** When the first of them was; null when there is none. */
  failingSince: number | null;
  /** The time between those failures, each at most an hour, in ms: a night asleep is no outage. */
  outage: number;
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
  /** The destination of the last answer in which no connection was in doubt, or as the person set it: by it the history goes. */
  settledDestination: Destination | null;
  findings: FindingRecord[];
  /** In the order in which their subjects were seen right. */
  recoveries: AwaitedRecovery[];
  acknowledgements: Acknowledgement[];
  pending: PendingAction[];
  /** Until when the whole account is quiet, in ms; null while it is not. */
  snoozeUntil: number | null;
  /** One for each problem; at most 2,000. */
  snoozed: SnoozedProblem[];
  /** By id; at most 500. Empty until they were read. */
  eventTypes: RememberedEventType[];
  /** One for each app. */
  lostApps: LostApp[];
  dropped: Dropped;
}

/** What is remembered of an account that was never asked. */
export function emptyAccountState(): AccountState {
  return {
    version: 3,
    firstAttemptAt: null,
    lastAttemptAt: null,
    lastGoodAt: null,
    lastRejectedAt: null,
    answers: 0,
    counted: 0,
    failures: 0,
    failingSince: null,
    outage: 0,
    lastFailure: null,
    rejection: null,
    nextCheckAt: null,
    connections: [],
    destination: { remembered: null, current: null },
    settledDestination: null,
    findings: [],
    recoveries: [],
    acknowledgements: [],
    pending: [],
    snoozeUntil: null,
    snoozed: [],
    eventTypes: [],
    lostApps: [],
    dropped: { acknowledgements: 0, gone: 0, breaks: 0, calendars: 0, eventTypes: 0, snoozed: 0 },
  };
}
