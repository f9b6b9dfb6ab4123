import {
  ACCOUNTS,
  ACCOUNTS_COPY,
  checksOf,
  historyOf,
  keyOf,
  POLICY,
  SETTINGS,
  statusOf,
} from "../core/model/records.ts";
import { accountsKind } from "./accounts-kind.ts";
import { checksKind } from "./checks.ts";
import type { RecordKind, Versioned } from "./decode.ts";
import { historyKind } from "./history.ts";
import { keyKind } from "./key.ts";
import { policyKind } from "./policy.ts";
import { isQuarantinedOf } from "./quarantine.ts";
import { settingsKind } from "./settings.ts";
import { statusKind } from "./status.ts";

/** The kind of record that belongs under a storage key; null for a key that holds none. */
export function kindOf(name: string): RecordKind<Versioned> | null {
  if (name === ACCOUNTS || name === ACCOUNTS_COPY) return accountsKind;
  if (name === SETTINGS) return settingsKind;
  if (name === POLICY) return policyKind;
  if (name.startsWith(statusOf(""))) return statusKind;
  if (name.startsWith(checksOf(""))) return checksKind;
  if (name.startsWith(historyOf(""))) return historyKind;
  return name.startsWith(keyOf("")) ? keyKind : null;
}

/** Storage keys of all records that an account has of its own, in either area. They go when it goes. */
export function recordsOfAccount(accountId: string): string[] {
  return [statusOf(accountId), historyOf(accountId), checksOf(accountId), keyOf(accountId)];
}

/** The same, with those of them that were damaged and set aside. @param storedNames all that is stored */
export function allOfAccount(accountId: string, storedNames: readonly string[]): string[] {
  const own = recordsOfAccount(accountId);
  return [...own, ...storedNames.filter((name) => own.some((one) => isQuarantinedOf(name, one)))];
}
