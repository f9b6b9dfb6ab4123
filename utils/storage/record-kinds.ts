import { ACCOUNTS, checksOf, historyOf, keyOf, POLICY, SETTINGS, statusOf } from "../core/model/records.ts";
import { accountsKind } from "./accounts.ts";
import { checksKind } from "./checks.ts";
import type { RecordKind, Versioned } from "./decode.ts";
import { historyKind } from "./history.ts";
import { keyKind } from "./key.ts";
import { policyKind } from "./policy.ts";
import { settingsKind } from "./settings.ts";
import { statusKind } from "./status.ts";

/** The kind of record that belongs under a storage key; null for a key that holds none. */
export function kindOf(name: string): RecordKind<Versioned> | null {
  if (name === ACCOUNTS) return accountsKind;
  if (name === SETTINGS) return settingsKind;
  if (name === POLICY) return policyKind;
  if (name.startsWith(statusOf(""))) return statusKind;
  if (name.startsWith(checksOf(""))) return checksKind;
  if (name.startsWith(historyOf(""))) return historyKind;
  return name.startsWith(keyOf("")) ? keyKind : null;
}
