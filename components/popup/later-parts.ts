import { needsThePerson } from "../../utils/copy/outage.ts";
import type { Stored, StoredAccount } from "../../utils/pages/stored.ts";
import { countCalendars, FILTER_FROM } from "./calendars/count.ts";
import { later } from "./later.ts";
import { forms, welcomePart } from "./later-forms.tsx";
import { linkedProblem } from "./problems/linked-problem.ts";
import { snoozedUntil } from "./snooze/snoozed.ts";

export const problemsPart = later(() => import("./problems/Problems.tsx"));
export const snoozePart = later(() => import("./snooze/snooze.ts"));
export const filterPart = later(() => import("./filter-part.ts"));
export const seldomPart = later(() => import("./seldom.ts"));
export const listEndPart = later(() => import("./list-end-part.ts"));
export const detailsPart = later(() => import("./Details.tsx"));

/** Something to tell of: with nothing of it the popup is the answer and the list, and needs no more. */
export function hasFindings(accounts: readonly StoredAccount[]): boolean {
  return accounts.some(({ state }) => state.findings.some(({ inhibited }) => !inhibited));
}

/** Something that only the person can give is lacking, or a connection that was made anew has something to tell. */
export function hasSeldom(accounts: readonly StoredAccount[]): boolean {
  return accounts.some(
    ({ state, reconnections }) => needsThePerson(state.lastFailure) || reconnections.length > 0,
  );
}

/** Loads what the first drawing shows, so that it is complete. */
export async function loadFirstParts({ accounts }: Stored): Promise<void> {
  await Promise.all([
    ...(accounts.length === 0 ? [welcomePart.load(), forms.load()] : []),
    hasFindings(accounts) || linkedProblem() !== null ? problemsPart.load() : null,
    hasSeldom(accounts) ? seldomPart.load() : null,
    countCalendars(accounts.map(({ state }) => state)) >= FILTER_FROM ? filterPart.load() : null,
    snoozedUntil(accounts, Date.now()) !== null ? snoozePart.load() : null,
  ]);
}
