import type { Context, Copy } from "../../copy/problems/copy.ts";
import type { Account } from "../../core/model/account.ts";
import type { Finding, Level } from "../../core/model/finding.ts";
import type { ConnectionSubject } from "../../core/model/subject.ts";
import type { ActionMessage } from "../../messaging/action-message.ts";
import type { StoredAccount } from "../stored.ts";
import type { Choice } from "./destination-choices.ts";
import type { Meanwhile } from "./meanwhile.ts";

/** The row of a calendar, as a place that something was asked for from. */
export const IN_LIST = "list";

export interface FixButton {
  label: string;
  title?: string;
  message: ActionMessage;
  /** Said when it is done. */
  done: string;
  /** The same in a row, where it stands beside what it is about. */
  short?: string;
  /** Asked for at the same time, each with the place where it stands if nothing comes of it. */
  also?: readonly { message: ActionMessage; done: string; place: string }[];
}

/** What can be done about a finding right here. */
export interface Fix {
  buttons: FixButton[];
  /** Calendars that bookings can be added to instead. */
  choices: Choice[];
  /** To be sent to an administrator, who alone can act. */
  administratorText: string | null;
  /** What became of making the connection anew. */
  reconnecting: string | null;
  /** The connection that is mended in steps. */
  mending: MendingContext | null;
  /** The link into the web app would do the same. */
  replacesLink: boolean;
}

export const NO_FIX: Fix = {
  buttons: [],
  choices: [],
  administratorText: null,
  reconnecting: null,
  mending: null,
  replacesLink: false,
};

/** What a finding is seen in, with what the person has done about it so far. */
export type FixContext = Context & Pick<StoredAccount, "reconnections" | "mendings" | "bookingsChecks">;

/** A connection to be mended, and what it is seen in. */
export interface MendingContext {
  context: FixContext;
  connection: ConnectionSubject;
}

/** One that has a card of its own, with what rests on it. */
export interface MendingWithEffects extends MendingContext {
  /** The id of its element on the page. */
  elementId: string;
  /** "Google works again, but not everything is as it was" */
  title: string;
  effects: Card[];
}

/** Something shown that the person can mark as expected: one finding, or several that are told of together. */
export interface Acknowledgeable {
  id: string;
  account: Account;
  findings: readonly [Finding, ...Finding[]];
}

export interface Card extends Acknowledgeable {
  level: Level;
  copy: Copy;
  /** Of a card that stands for several calendars or event types: the first of them, and how many more. */
  names: string | null;
  /** Of one for several event types: where the first of them are edited, in place of their names. */
  links: NonNullable<Copy["link"]>[];
  /** Whose account at the calendar app it is about, where another connection is of the same app; null elsewhere. */
  whose: string | null;
  /** What can be done about it right here. */
  fix: Fix;
  /** Where bookings made meanwhile can be asked for. */
  meanwhile: Meanwhile | null;
  /** Each of those that it stands for; null for one alone. There may be a thousand: to be called when they are looked at. */
  members: (() => Line[]) | null;
  /** What rests on it, and is over with it. */
  effects: Card[];
}

export interface Line extends Acknowledgeable {
  text: string;
}

/** Findings of one account, with what they are seen in. */
export interface Seen {
  context: FixContext;
  findings: readonly Finding[];
}
