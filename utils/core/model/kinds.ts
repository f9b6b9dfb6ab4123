import type { Level } from "./level.ts";
import type { Subject } from "./subject.ts";

/**
 * `reconnect`: connect it anew in the web app. `select`: check a calendar for conflicts. `restore`: put the destination back
 * where it was. `choose`: choose one. `restore-event-types`: give event types the calendar again that they had.
 */
export type FixKind = "reconnect" | "select" | "restore" | "choose" | "restore-event-types";

/** All of a kind of finding that does not depend on what was found. */
interface KindFacts {
  /** What its findings are about. */
  subject: Subject["type"];
  /** That of all its findings; of several its rule says which, by what it found. */
  levels: readonly [Level, ...Level[]];
  /** Of one level the lower stands first: what comes unasked for before what is often meant so. */
  urgency: number;
  /** false: a state of the whole account, which the badge has a sign for instead of a number. */
  counted: boolean;
  /** Whether a notification tells of it, at the levels that are told. */
  notified: boolean;
  /**
   * What "this is as I want it" does. `marks`: it is marked until it ends. `marks-subject`: also when it comes back, as long
   * as its subject is there. `forgets`: its subject is remembered no more. `settles`: from then on it is `not-selected`.
   */
  acknowledging: "marks" | "marks-subject" | "forgets" | "settles";
  /** What the popup offers to do about it. Someone who mends it so is not told that it has recovered. */
  fix: FixKind | null;
}

/** Every kind of finding. A row holds what is the same for all findings of a kind; its rule says when there is one. */
export const KINDS = {
  "key-rejected": {
    subject: "account",
    levels: ["error"],
    urgency: 1,
    counted: false,
    notified: true,
    acknowledging: "marks",
    fix: null,
  },
  unreachable: {
    subject: "account",
    levels: ["warning"],
    urgency: 2,
    counted: false,
    // It is on the badge, and who is offline knows it.
    notified: false,
    acknowledging: "marks",
    fix: null,
  },
  "no-connections": {
    subject: "account",
    levels: ["error"],
    urgency: 3,
    counted: true,
    notified: true,
    acknowledging: "marks",
    fix: null,
  },
  "nothing-selected": {
    subject: "account",
    // Cal.com tells the account's choice only: event types may have calendars of their own.
    levels: ["warning"],
    urgency: 4,
    counted: true,
    notified: true,
    acknowledging: "marks",
    fix: "select",
  },
  "connection-error": {
    subject: "connection",
    levels: ["error"],
    urgency: 5,
    counted: true,
    notified: true,
    acknowledging: "marks",
    fix: "reconnect",
  },
  "connection-gone": {
    subject: "connection",
    levels: ["warning"],
    urgency: 10,
    counted: true,
    notified: true,
    acknowledging: "forgets",
    fix: "reconnect",
  },
  "connection-unchecked": {
    subject: "connection",
    levels: ["warning"],
    urgency: 14,
    counted: true,
    notified: true,
    acknowledging: "marks-subject",
    fix: "select",
  },
  "connection-twice": {
    subject: "connection",
    levels: ["notice"],
    urgency: 18,
    counted: true,
    notified: true,
    acknowledging: "marks-subject",
    fix: null,
  },
  flapping: {
    subject: "connection",
    levels: ["warning"],
    urgency: 13,
    counted: true,
    notified: true,
    acknowledging: "marks",
    fix: "reconnect",
  },
  "calendar-gone": {
    subject: "calendar",
    levels: ["warning"],
    urgency: 11,
    counted: true,
    notified: true,
    acknowledging: "forgets",
    fix: null,
  },
  "calendar-moved": {
    subject: "calendar",
    levels: ["warning"],
    urgency: 17,
    counted: true,
    notified: true,
    acknowledging: "settles",
    fix: "select",
  },
  "selection-lost": {
    subject: "calendar",
    levels: ["warning"],
    urgency: 12,
    counted: true,
    notified: true,
    acknowledging: "settles",
    fix: "select",
  },
  "not-selected": {
    subject: "calendar",
    levels: ["warning", "notice"],
    urgency: 15,
    counted: true,
    notified: true,
    acknowledging: "marks-subject",
    fix: "select",
  },
  "read-only": {
    subject: "calendar",
    levels: ["notice"],
    urgency: 16,
    counted: true,
    notified: true,
    acknowledging: "marks-subject",
    fix: null,
  },
  "destination-missing": {
    subject: "destination",
    levels: ["error"],
    urgency: 6,
    counted: true,
    notified: true,
    acknowledging: "marks",
    fix: "choose",
  },
  "destination-changed": {
    subject: "destination",
    levels: ["error", "warning"],
    urgency: 7,
    counted: true,
    notified: true,
    acknowledging: "marks",
    fix: "restore",
  },
  "destination-broken": {
    subject: "destination",
    levels: ["error"],
    urgency: 8,
    counted: true,
    notified: true,
    acknowledging: "marks",
    fix: "choose",
  },
  "destination-read-only": {
    subject: "destination",
    levels: ["error"],
    urgency: 9,
    counted: true,
    notified: true,
    acknowledging: "marks",
    fix: "choose",
  },
  "event-type-destination-broken": {
    subject: "eventType",
    levels: ["error"],
    urgency: 19,
    counted: true,
    notified: true,
    acknowledging: "marks",
    fix: "restore-event-types",
  },
  "event-type-destination-read-only": {
    subject: "eventType",
    levels: ["error"],
    urgency: 20,
    counted: true,
    notified: true,
    acknowledging: "marks",
    fix: null,
  },
  "event-type-destination-lost": {
    subject: "eventType",
    levels: ["warning"],
    urgency: 21,
    counted: true,
    notified: true,
    // None is remembered then.
    acknowledging: "forgets",
    fix: "restore-event-types",
  },
} as const satisfies Record<string, KindFacts>;

export type FindingKind = keyof typeof KINDS;
/** The row of a kind. */
export type Facts<K extends FindingKind> = (typeof KINDS)[K];

/** In the order of the table. */
// WHY [type]: `keys` knows of any object only that its names are texts; these are those of a literal.
export const FINDING_KINDS = Object.keys(KINDS) as FindingKind[];
