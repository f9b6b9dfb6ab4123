/** Which connection: its app's type, its credential, and of an organisation's also the delegation. */
export interface ConnectionId {
  type: string;
  credentialId: number | null;
  delegationCredentialId: string | null;
}

export type Subject =
  | { type: "account" }
  | { type: "destination" }
  | { type: "connection"; of: ConnectionId }
  | { type: "calendar"; of: ConnectionId; externalId: string }
  | { type: "eventType"; id: number };

export type Level = "error" | "warning" | "notice";

/** One calendar with the flags of the last answer that is believed. */
export interface KnownCalendar {
  name: string;
  primary: boolean;
  readOnly: boolean;
  selected: boolean;
}

export interface KnownConnection {
  id: ConnectionId;
  /** The number of the good answer that showed it first. */
  firstSeen: number;
  wasHealthy: boolean;
  wasConfirmedBroken: boolean;
  primaryId: string | null;
  calendars: Map<string, KnownCalendar>;
  /** Those of them that come from the connection before it, and that it has not listed yet. */
  takenOver: Set<string>;
  /** When it broke in the last day, in ms, oldest first. */
  breaks: number[];
  /** It has flapped, and no day has passed without a break since. */
  quiet: boolean;
}

export interface Destination {
  externalId: string;
  integration: string;
  credentialId: number | null;
  delegationCredentialId: string | null;
}

/** An event type with the destination of its own that it is remembered with, or none. */
export interface KnownEventType {
  own: Destination | null;
  /** The number of the good answer beside which it was last seen with it. */
  seenWith: number;
}

/** Since when something is said, and whether that is believed. Times in ms. */
export interface Claim {
  since: number;
  /** When it was confirmed, on the account's own clock. */
  counted: number;
  confirmed: boolean;
  confirmedAt: number;
  /** The number of the good answer that confirmed it. */
  confirmedBy: number;
}

/** A finding that stands, is hidden for now, or was told and has not been seen right since. */
export interface Finding {
  kind: string;
  subject: Subject;
  level: Level;
  visible: boolean;
  claim: Claim | null;
  expected: boolean;
  toldLevels: Set<Level>;
  toldDestinations: Destination[];
  /** Its subject was no longer there when it stood last. */
  missed: boolean;
  /** Another finding of the connection took its place when it stood last. */
  replaced: boolean;
  /** Since when its connection is forgotten, on the counted clock. */
  forgottenAt?: number;
  /** Was news during a snooze. */
  due: boolean;
  /** Of a changed destination: which one it is now, and for which one the mark holds. */
  destination?: Destination;
  expectedFor?: Destination;
  replacedBy?: ConnectionId;
}

/** A recovery that is to be told as soon as it may be. */
export interface Recovery {
  kind: string;
  subject: Subject;
  level: Level;
  /** The connection that has to be right: its own, or its successor. */
  watched: string | null;
  rightSince: number;
  /** Until when the connection that it is about keeps quiet, in ms. */
  quietUntil: number;
}

export interface PendingSelection {
  externalId: string;
  selected: boolean;
  at: number;
}

/** What is remembered of one account. */
export interface Memory {
  connections: Map<string, KnownConnection>;
  findings: Map<string, Finding>;
  /** Lasting marks, by kind and subject: when its subject was last there, on the counted clock. */
  marks: Map<string, number>;
  recoveries: Recovery[];
  remembered: Destination | null;
  current: Destination | null;
  hadConnections: boolean;
  eventTypes: Map<number, KnownEventType>;
  /** By type of app: the number of the last good answer in which a connection of it broke, was missing or was succeeded. */
  lostApps: Map<string, number>;
  pendingSelections: PendingSelection[];
  /** Oldest first. */
  pendingDestinations: { destination: Destination; at: number }[];
  counted: number;
  lastGood: number | null;
  goodAnswers: number;
  failures: { count: number; outage: number; last: number };
  dueAt: number | null;
  snoozedUntil: number;
}

export function emptyMemory(): Memory {
  return {
    connections: new Map(),
    findings: new Map(),
    marks: new Map(),
    recoveries: [],
    remembered: null,
    current: null,
    hadConnections: false,
    eventTypes: new Map(),
    lostApps: new Map(),
    pendingSelections: [],
    pendingDestinations: [],
    counted: 0,
    lastGood: null,
    goodAnswers: 0,
    failures: { count: 0, outage: 0, last: 0 },
    dueAt: null,
    snoozedUntil: Number.NEGATIVE_INFINITY,
  };
}
