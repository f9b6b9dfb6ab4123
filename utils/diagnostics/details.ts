import type { Account } from "../core/model/account.ts";
import type { AccountState } from "../core/model/account-state.ts";
import type { ChecksLog } from "../core/model/checks-log.ts";
import type { EventTypesRead } from "../core/model/records.ts";
import type { PolicyRecord } from "../core/settings/records.ts";
import type { Settings } from "../core/settings/table.ts";

/** Where the extension runs. */
export interface Environment {
  /** Of the extension. */
  version: string;
  /** Name and version, e.g. `Firefox 142.0`. */
  browser: string;
  system: string;
  /** BCP 47 tag of the browser's language. */
  language: string;
  /** Minutes that local time is ahead of UTC. */
  utcOffsetMinutes: number;
}

/** Why a record could not be read. */
export type NotRead = "missing" | "damaged" | "newer";

export interface AccountDetails {
  /** Without its id: nothing tells of that. */
  account: Account;
  state: AccountState | NotRead;
  log: ChecksLog | NotRead;
  /** What the last reading of event types came to; null where they were not asked for. */
  eventTypesRead: EventTypesRead | null;
  /** How often something was put back by itself in the last 24 hours. */
  actsByItself: number;
  /** When the next check is due, in ms since the epoch. */
  nextCheckAt: number | null;
  /** By how much the browser's clock is ahead of the account's time, in ms; 0 while it is believed. */
  clockAheadBy: number;
  /** Its last answer could not be stored. */
  notStored: boolean;
}

/** All that the details are made of. No key is in it. */
export interface Details {
  /** ms since the epoch */
  at: number;
  environment: Environment;
  permissions: { names: readonly string[]; origins: readonly string[] };
  /** As they are in force. */
  settings: Settings;
  policy: Pick<PolicyRecord, "policy" | "ignored">;
  accounts: readonly AccountDetails[] | NotRead;
  /** How many accounts the list of them has lost. */
  lost: number;
  /** How many damaged records were set aside; null where the browser does not tell. */
  setAside: number | null;
}
