import type { EventTypesProblem } from "../../cal-api/observation.ts";
import type { Account, Region } from "./account.ts";
import type { AccountState } from "./account-state.ts";
import type { Automatic, AutomaticAct } from "./automatic.ts";
import type { Notice } from "./changes.ts";
import type { ChecksLog } from "./checks-log.ts";
import type { History } from "./history.ts";
import type { Mending } from "./mending.ts";
import type { CalendarId, ConnectionId } from "./subject.ts";

/** Storage keys. Pages read these; they never read the key's record. */
export const ACCOUNTS = "accounts";
/** The same list once more, written with it: what is damaged in one of the two is taken from the other. */
export const ACCOUNTS_COPY = "accounts-copy";
export const SETTINGS = "settings";
/** What an administrator has set, as the worker last found it. */
export const POLICY = "policy";
/** In `storage.session`, which has room and is there when the disk is full: ids of accounts whose last check could not be stored. */
export const UNSTORED = "unstored";
/** In `storage.session`: what was typed in the form that connects an account, until it is connected or given up. */
export const DRAFT = "draft";
/** What the popup shows at first, made of all the others: it can be lost at any time. */
export const SCREEN = "screen";
/** In `storage.session`: where in its list the popup was when it was last closed. */
export const PLACE = "place";
export const statusOf = (accountId: string) => `status:${accountId}` as const;
/** What changed in one account, and when. */
export const historyOf = (accountId: string) => `history:${accountId}` as const;
/** The last checks of one account, for bug reports. */
export const checksOf = (accountId: string) => `checks:${accountId}` as const;
export const keyOf = (accountId: string) => `key:${accountId}` as const;

export interface AccountsRecord {
  version: 1;
  accounts: Account[];
  /** Absent unless the list was found damaged, until the person has seen that. */
  damage?: AccountsDamage;
}

/** What became of a list of accounts that was damaged. */
export interface AccountsDamage {
  /** When that was found, in ms since the epoch. */
  at: number;
  /** Accounts that are not in the list any more, though other records of theirs are there. */
  lost: LostAccount[];
}

export interface LostAccount {
  id: string;
  /** What is still known of it. */
  label: string | null;
  user: Account["user"] | null;
}

/** What the one notification of a check is about: stored with that check, until it is shown. */
export interface Outbox {
  /** When that check was, in ms since the epoch; part of the notification's name. */
  at: number;
  notices: Notice[];
  /** What was put back by itself (`keepSetUp`). */
  automatic: AutomaticAct[];
}

/** What the last reading of event types came to. */
export interface EventTypesRead {
  /** When it was last tried, in ms. */
  at: number;
  /** When it last succeeded, in ms; null when never. */
  goodAt: number | null;
  /** Why the last one could not be used; null when it could. */
  problem: EventTypesProblem | null;
  /** Ids of those that were given a calendar from here since, which the next reading has to show. */
  awaited: number[];
}

/** What was last found of the bookings made while a connection was broken: counts alone, never what they are. */
export interface BookingsCheck extends ConnectionId {
  /** When it was asked, in ms. */
  at: number;
  /** Bookings from then on were looked at, in ms. */
  since: number;
  inNoCalendar: number;
  inCalendar: number;
  /** Rows that prove nothing, and bookings not confirmed yet. */
  unclear: number;
  /** There are more than were looked at. */
  more: boolean;
  /** It was stopped before its end. */
  stopped: boolean;
}

/** What reading one calendar's busy times last came to. */
export interface Reading extends CalendarId {
  /** ms since the epoch */
  at: number;
  /** `busy`: Cal.com sees `count` busy times in the 7 days from then. `unreadable` and `notYours`: why it sees none. */
  outcome: "busy" | "unreadable" | "notYours";
  count: number;
}

/** A connection that the person set out to make anew in the web app, and what became of it. */
export interface Reconnection extends ConnectionId {
  /** When the web app was opened for it, in ms since the epoch. */
  openedAt: number;
  /** When Cal.com was last asked since; null until then. */
  lookedAt: number | null;
  /** What it answered then. */
  recovered: boolean;
}

/** The browser's clock shows a time that nothing has borne out. Meanwhile the account goes on by a time of its own. All in ms. */
export interface ClockJump {
  /** By how much that clock is ahead of the account's time; below 0 when it is behind. */
  aheadBy: number;
  /** When, by that clock, its first good answer came; null before. */
  answeredAt: number | null;
  /** When it was last asked and last answered in the account's time: its state has both as that clock had them. */
  lastAttemptAt: number;
  lastGoodAt: number | null;
}

/** What is known of the browser's clock, which is not believed at once when it jumps. */
export interface Clock {
  /** What it showed at the last look at which it was believed, in ms; null before the first one. */
  believedAt: number | null;
  /** null while there is no reason to doubt it. */
  jump: ClockJump | null;
}

/** Written only by the worker, in one write with whatever else an observation changed. */
export interface StatusRecord {
  version: 3;
  state: AccountState;
  /** By it the times are that are said to be the account's. All other times are, but for the next check. */
  clock: Clock;
  /** When the next check is due, with jitter, in ms since the epoch by the browser's clock. */
  nextCheckAt: number | null;
  /** null when there is nothing, or it is shown already. */
  outbox: Outbox | null;
  /** Whether the person has answered the offer to mark all notices of the first check as expected. */
  bulkAcknowledgeAnswered: boolean;
  /** One for each calendar that was tested, the newest last, at most 500. */
  readings: Reading[];
  /** One for each connection, the newest last, at most 20. */
  reconnections: Reconnection[];
  /** One for each connection that broke, the newest last, at most 20. */
  mendings: Mending[];
  /** null until event types were asked for. */
  eventTypesRead: EventTypesRead | null;
  /** One for each connection, the newest last, at most 20. */
  bookingsChecks: BookingsCheck[];
  automatic: Automatic;
}

/** Written together with the status that it tells of, so that the two never disagree. */
export interface HistoryRecord extends History {
  version: 1;
}

export interface ChecksRecord extends ChecksLog {
  version: 1;
}

/** All of that form but the key. */
export interface Draft {
  region: Region;
  /** As typed. */
  apiUrl: string;
  webUrl: string;
  /** Whether the key is to be forgotten when the browser closes. */
  forget: boolean;
}

/** Where in its list the popup was. */
export interface Place {
  /** When, in ms since the epoch. */
  at: number;
  /** What was typed in the filter. */
  filter: string;
  /** How far it was scrolled, in px. */
  scroll: number;
}

/** The one place where a key is stored. */
export interface KeyRecord {
  version: 1;
  key: string;
}
