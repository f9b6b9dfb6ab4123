import type { Level } from "../status/finding.ts";
import type { Memory } from "../status/memory.ts";
import type { Account } from "./account.ts";

/** Storage keys. Pages read these; they never read the key's record. */
export const ACCOUNTS = "accounts";
export const SETTINGS = "settings";
/** In `storage.session`, which has room and is there when the disk is full: ids of accounts whose last check could not be stored. */
export const UNSTORED = "unstored";
export const statusOf = (accountId: string) => `status:${accountId}` as const;
export const keyOf = (accountId: string) => `key:${accountId}` as const;

export const INTERVALS = [10, 15, 30, 60, 120, 240] as const;
/** Minutes between two checks that nobody asks for. */
export type Interval = (typeof INTERVALS)[number];

export interface SettingsRecord {
  version: 1;
  intervalMinutes: Interval;
  /** The badge counts findings at or above this level. */
  countingLevel: Level;
}

export interface AccountsRecord {
  version: 1;
  accounts: Account[];
}

/** Written only by the worker, in one write with whatever else an observation changed. */
export interface StatusRecord {
  version: 1;
  memory: Memory;
  /** When the next check is due, with jitter, in ms since the epoch. */
  nextCheckAt: number | null;
}

/** The one place where a key is stored. */
export interface KeyRecord {
  version: 1;
  key: string;
}

export const DEFAULT_SETTINGS: SettingsRecord = {
  version: 1,
  intervalMinutes: 30,
  countingLevel: "notice",
};
