import type { Account } from "../core/model/account.ts";
import type { AccountState } from "../core/model/account-state.ts";
import { emptyAccountState } from "../core/model/account-state.ts";
import type { Mending } from "../core/model/mending.ts";
import {
  ACCOUNTS,
  type AccountsDamage,
  type AccountsRecord,
  type BookingsCheck,
  POLICY,
  type Reading,
  type Reconnection,
  SETTINGS,
  type StatusRecord,
  statusOf,
  UNSTORED,
} from "../core/model/records.ts";
import { effectiveSettings } from "../core/settings/effective.ts";
import type { Policy, PolicyRecord, SettingsRecord } from "../core/settings/records.ts";
import type { Settings } from "../core/settings/table.ts";
import { ageOf, versionOf } from "../storage/versions.ts";

export interface StoredAccount {
  account: Account;
  state: AccountState;
  /** When its next check is due, in ms since the epoch; null before the first one is planned. */
  nextCheckAt: number | null;
  /** Whether the offer to mark all notices of the first check as expected has been answered. */
  bulkAcknowledgeAnswered: boolean;
  /** What reading calendars last came to. */
  readings: Reading[];
  /** Connections that the person set out to make anew. */
  reconnections: Reconnection[];
  /** Connections that broke, and how everything was before. */
  mendings: Mending[];
  /** How many bookings made meanwhile were last found. */
  bookingsChecks: BookingsCheck[];
  /** By how much the clock is ahead of the account's own time, in ms; absent while there is no doubt about the clock. */
  clockAheadBy?: number;
  /** Its record can't be drawn, so that nothing is known of it here: the rest is as of an account that was never asked. */
  unreadable?: Unreadable;
}

/** All that the pages draw from. */
export interface Stored {
  accounts: StoredAccount[];
  /** As they are in force: what an administrator has set goes before what the person chose. */
  settings: Settings;
  /** What the person chose, as it is stored; undefined before anything was. */
  chosen: Partial<Settings> | undefined;
  /** What an administrator has set. */
  policy: Policy;
  /** Ids of the accounts whose last check could not be stored: what is drawn of them may be out of date. */
  unstored: string[];
  /** What became of a list of accounts that was damaged; absent where none was, or the person has seen that. */
  damage?: AccountsDamage;
}

/** A record that this page can't draw: `newer` comes from a later version of the extension. */
export type Unreadable = "damaged" | "newer";
export type StoredResult = { ok: true; stored: Stored } | { ok: false; unreadable: Unreadable };

/**
 * Puts raw records together.
 *
 * WHY [no schema]: the worker checks every record when it reads and writes it. A page looks only at what it would
 * trip over at once, so that the popup needs no schema library before it is drawn; an error boundary has the rest.
 * (docs/decisions/0024-pages-do-not-validate.md)
 */
export function assemble(records: Record<string, unknown>): StoredResult {
  const list = records[ACCOUNTS] as AccountsRecord | undefined;
  const chosen = records[SETTINGS] as SettingsRecord | undefined;
  const isList = list === undefined || (Array.isArray(list.accounts) && list.accounts.every(isAccount));
  const unreadable = worst([conditionOf(ACCOUNTS, list, isList), conditionOf(SETTINGS, chosen)]);
  if (unreadable) return { ok: false, unreadable };

  const accounts = (list?.accounts ?? []).map((account) => accountOf(account, records[statusOf(account.id)]));
  // What one account lacks is said beside the others: alone there is nothing to draw.
  const all = accounts.flatMap(({ unreadable }) => unreadable ?? []);
  const lost = all.length === accounts.length ? worst(all) : null;
  if (lost) return { ok: false, unreadable: lost };

  const policyRecord = records[POLICY] as PolicyRecord | undefined;
  // The worker goes by none where it can't read it, and so do its pages.
  const policy = (conditionOf(POLICY, policyRecord) === null && policyRecord?.policy) || {};
  const unstored: unknown[] = Array.isArray(records[UNSTORED]) ? records[UNSTORED] : [];
  return {
    ok: true,
    stored: {
      accounts,
      settings: effectiveSettings(chosen, policy),
      chosen,
      policy,
      unstored: accounts.map(({ account }) => account.id).filter((id) => unstored.includes(id)),
      ...(Array.isArray(list?.damage?.lost) && { damage: list.damage }),
    },
  };
}

function accountOf(account: Account, raw: unknown): StoredAccount {
  const record = raw as StatusRecord | undefined;
  const isSound = record === undefined || isAccountState(record.state);
  const unreadable = conditionOf(statusOf(account.id), record, isSound);
  const status = unreadable ? undefined : record;
  return {
    account,
    state: status?.state ?? emptyAccountState(),
    nextCheckAt: status?.nextCheckAt ?? null,
    bulkAcknowledgeAnswered: status?.bulkAcknowledgeAnswered ?? false,
    readings: status?.readings ?? [],
    reconnections: status?.reconnections ?? [],
    mendings: status?.mendings ?? [],
    bookingsChecks: status?.bookingsChecks ?? [],
    // Records of before have nothing about the clock.
    ...(status?.clock?.jump && { clockAheadBy: status.clock.jump.aheadBy }),
    ...(unreadable && { unreadable }),
  };
}

/**
 * What an earlier version stored is as good as damaged: a page can't migrate it, and the worker's repair can.
 * @param isSound what is known of its content; of another version that says nothing, which may keep anything under its name
 */
function conditionOf(name: string, record: unknown, isSound = true): Unreadable | null {
  if (record === undefined) return null;
  const age = ageOf(record, versionOf(name));
  if (age === "newer") return "newer";
  return age === "present" && isSound ? null : "damaged";
}

/** Whether an earlier version of the extension stored any of these. @param records raw, under their storage keys */
export function isAnyOlder(records: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(records).some(([name, raw]) => ageOf(raw, versionOf(name)) === "older");
}

function worst(all: readonly (Unreadable | null)[]): Unreadable | null {
  return all.find((one) => one === "newer") ?? all.find((one) => one !== null) ?? null;
}

function isAccount(raw: unknown): boolean {
  const { id, label, apiUrl, user } = (raw ?? {}) as Partial<Account>;
  const { id: userId, username, email, name } = user ?? {};
  const texts: unknown[] = [label, username, email, name];
  const isSound = typeof id === "string" && typeof apiUrl === "string" && typeof userId === "number";
  return isSound && texts.every((text) => typeof (text ?? "") === "string");
}

function isAccountState(state: unknown): boolean {
  const { connections, findings } = (state ?? {}) as Partial<AccountState>;
  return Array.isArray(connections) && Array.isArray(findings);
}
