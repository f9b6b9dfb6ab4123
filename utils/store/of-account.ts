import { checksOf, historyOf, keyOf, statusOf } from "./records.ts";

/** Storage keys of all records that an account has of its own, in either area. They go when it goes. */
export function recordsOfAccount(accountId: string): string[] {
  return [statusOf(accountId), historyOf(accountId), checksOf(accountId), keyOf(accountId)];
}
