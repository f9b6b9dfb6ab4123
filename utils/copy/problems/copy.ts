import type { Account } from "../../core/model/account.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Finding, Level } from "../../core/model/finding.ts";
import type { KindAbout } from "../../core/model/kind-groups.ts";
import type { Subject } from "../../core/model/subject.ts";
import { type Place, placeUrl } from "../../core/web-app-places.ts";

/** What is said of one finding. */
export interface Copy {
  /** What is wrong. */
  what: string;
  /** What it does to bookings, in a few words: the second line of a row. */
  effect: string;
  /** What it does to bookings. */
  consequence: string;
  /** What to do about it. */
  todo: string;
  /** Whose account at the calendar app it is about; null where the rest says enough. */
  where: string | null;
  /** Cal.com's own message, which an administrator or its support may want. */
  said: string | null;
  /** Where in the web app it is put right. */
  link: { label: string; href: string } | null;
  /** Put right in the popup itself, by another key. */
  replaceKey: boolean;
}

/** What a finding is seen in. */
export interface Context {
  account: Account;
  state: AccountState;
  /** ms since the epoch */
  now: number;
  /** Accounts at the calendar app, where one calendar is reached through several and told of once. */
  reachedThrough?: readonly string[];
}

/** What is said of each kind of finding about one type of subject: a kind that is not in it is a type error. */
export type CopyOf<T extends Subject["type"]> = Record<
  KindAbout<T>,
  (context: Context, subject: Extract<Subject, { type: T }>, finding: Finding) => Copy
>;

/** What is said of several calendars at once, so that hundreds of them are a list that is read. */
export type GroupCopyOf<T extends Subject["type"]> = Record<
  KindAbout<T>,
  (count: number, level: Level, link: Copy["link"]) => Copy
>;

type Said = Pick<Copy, "what" | "effect" | "consequence" | "todo"> & Partial<Copy>;

/** Copy without what a finding has no use for. */
export function copy(said: Said): Copy {
  return { where: null, said: null, link: null, replaceKey: false, ...said };
}

/** A link into the web app of the account; null where the account has none. */
export function linkTo(context: Context, label: string, place: Place): Copy["link"] {
  const href = placeUrl(context.account.webUrl, place);
  return href === null ? null : { label, href };
}
