import type { Stored, StoredAccount } from "../../utils/pages/stored.ts";
import { askedProblem } from "./asked-problem.ts";
import { later } from "./later.ts";
import { forms } from "./later-forms.tsx";
import { snoozedUntil } from "./model/snoozed.ts";

export const problemsPart = later(() => import("./problems/Problems.tsx"));
export const snoozePart = later(() => import("./snooze/snooze.ts"));
export const testAllPart = later(() => import("./reading/TestAll.tsx"));
export const detailsPart = later(() => import("../details/DetailsView.tsx"));

/** Something to tell of: with nothing of it the popup is the answer and the list, and needs no more. */
export function hasFindings(accounts: readonly StoredAccount[]): boolean {
  return accounts.some(({ memory }) => memory.findings.some(({ hidden }) => !hidden));
}

/** Loads what the first drawing shows, so that it is complete. */
export async function loadFirstParts({ accounts }: Stored): Promise<void> {
  await Promise.all([
    accounts.length === 0 ? forms.load() : null,
    hasFindings(accounts) || askedProblem() !== null ? problemsPart.load() : null,
    snoozedUntil(accounts, Date.now()) !== null ? snoozePart.load() : null,
  ]);
}
