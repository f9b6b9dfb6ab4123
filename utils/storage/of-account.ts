import { checksOf, historyOf, keyOf, statusOf } from "../core/model/records.ts";
import { isAsideOf } from "./quarantine.ts";

/** Storage keys of all records that an account has of its own, in either area. They go when it goes. */
export function recordsOfAccount(accountId: string): string[] {
  return [statusOf(accountId), historyOf(accountId), checksOf(accountId), keyOf(accountId)];
}

/** The same, with those of them that were damaged and set aside. @param storedNames all that is stored */
export function allOfAccount(accountId: string, storedNames: readonly string[]): string[] {
  const own = recordsOfAccount(accountId);
  return [...own, ...storedNames.filter((name) => own.some((one) => isAsideOf(name, one)))];
}
