import type { Memory } from "../status/memory.ts";
import { emptyMemory } from "../status/memory.ts";
import type { Account } from "../store/account.ts";
import { inForce } from "../store/in-force.ts";
import {
  ACCOUNTS,
  type AccountsRecord,
  DEFAULT_SETTINGS,
  POLICY,
  type Policy,
  type PolicyRecord,
  type Reading,
  type Reconnection,
  SETTINGS,
  type Settings,
  type SettingsRecord,
  type StatusRecord,
  statusOf,
  UNSTORED,
} from "../store/records.ts";

export interface StoredAccount {
  account: Account;
  memory: Memory;
  /** When its next check is due, in ms since the epoch; null before the first one is planned. */
  nextCheckAt: number | null;
  /** Whether the offer to mark all notices of the first check as expected has been answered. */
  offerAnswered: boolean;
  /** What reading calendars last came to. */
  readings: Reading[];
  /** Connections that the person set out to make anew. */
  reconnections: Reconnection[];
}

/** All that the pages draw from. */
export interface Stored {
  accounts: StoredAccount[];
  /** As they are in force: what an administrator has set goes before what the person chose. */
  settings: Settings;
  /** What an administrator has set. */
  policy: Policy;
  /** Ids of the accounts whose last check could not be stored: what is drawn of them may be out of date. */
  unstored: string[];
}

/** A record that this page can't draw: `newer` comes from a later version of the extension. */
export type Unreadable = "damaged" | "newer";
export type StoredResult = { ok: true; stored: Stored } | { ok: false; unreadable: Unreadable };

/**
 * Puts raw records together.
 *
 * WHY [no schema]: the worker checks every record when it reads and writes it. A page looks only at what it would
 * trip over at once, so that the popup needs no schema library before it is drawn; an error boundary has the rest.
 */
export function assemble(records: Record<string, unknown>): StoredResult {
  const accounts = records[ACCOUNTS] as AccountsRecord | undefined;
  const settings = records[SETTINGS] as SettingsRecord | undefined;
  const policyRecord = records[POLICY] as PolicyRecord | undefined;
  // A later version may keep anything under this name: whether it is one has to be asked first.
  const listed = Array.isArray(accounts?.accounts) ? accounts.accounts : [];
  const statuses = listed.map(({ id }) => records[statusOf(id)]) as (StatusRecord | undefined)[];

  const present = [accounts, settings, policyRecord, ...statuses].filter((record) => record !== undefined);
  if (present.some((record) => Number(record.version) > 1)) return { ok: false, unreadable: "newer" };
  const sound =
    present.every((record) => record.version === 1) &&
    (accounts === undefined || Array.isArray(accounts.accounts)) &&
    statuses.every((status) => status === undefined || isMemory(status.memory));
  if (!sound) return { ok: false, unreadable: "damaged" };

  const policy = policyRecord?.policy ?? {};
  const unstored: unknown[] = Array.isArray(records[UNSTORED]) ? records[UNSTORED] : [];
  return {
    ok: true,
    stored: {
      accounts: listed.map((account, index) => ({
        account,
        memory: statuses[index]?.memory ?? emptyMemory(),
        nextCheckAt: statuses[index]?.nextCheckAt ?? null,
        offerAnswered: statuses[index]?.offerAnswered ?? false,
        readings: statuses[index]?.readings ?? [],
        reconnections: statuses[index]?.reconnections ?? [],
      })),
      settings: inForce({ ...DEFAULT_SETTINGS, ...settings }, policy),
      policy,
      unstored: listed.map(({ id }) => id).filter((id) => unstored.includes(id)),
    },
  };
}

function isMemory(memory: unknown): boolean {
  const { connections, findings } = (memory ?? {}) as Partial<Memory>;
  return Array.isArray(connections) && Array.isArray(findings);
}
