import { needsThePerson } from "../../utils/copy/outage.ts";
import { countCalendars, FILTER_FROM, hasNamesakes } from "../../utils/screen/calendars/list.ts";
import type { Stored, StoredAccount } from "../../utils/screen/stored.ts";
import { lazy } from "../common/lazy.tsx";
import { stepsPart } from "./mending/steps-part.ts";
import { linkedProblem } from "./problems/linked-problem.ts";
import { isAnySnoozed } from "./snooze/snoozed.ts";

export const welcomePart = lazy(() => import("./Welcome.tsx").then(({ prepared }) => prepared));
export const problemsPart = lazy(() => import("./problems/Problems.tsx"));
export const accountFixPart = lazy(() => import("./AccountFixes.tsx"));
export const snoozePart = lazy(() => import("./snooze/Snooze.tsx"));
export const namesPart = lazy(() => import("./names-part.ts"));
export const filterPart = lazy(() => import("./calendars/FilterField.tsx"));
export const rowPart = lazy(() => import("./calendars/RowPanel.tsx"));
export const listEndPart = lazy(() => import("./list-end-part.ts"));
export const detailsPart = lazy(() => import("./Details.tsx"));

/** Something to tell of: with nothing of it the popup is the answer and the list, and needs no more. */
export function hasFindings(accounts: readonly StoredAccount[]): boolean {
  return accounts.some(({ state }) => state.findings.some(({ inhibited }) => !inhibited));
}

/** Something broke, and may not be as it was. */
export function hasMending(accounts: readonly StoredAccount[]): boolean {
  return accounts.some(({ mendings }) => mendings.some(({ ended }) => ended !== "as-before"));
}

/** Something that only the person can give is lacking, or a connection that broke or was made anew has something to tell. */
export function hasAccountFix(accounts: readonly StoredAccount[]): boolean {
  return accounts.some(
    ({ state, reconnections, mendings }) =>
      needsThePerson(state.lastFailure) || reconnections.length + mendings.length > 0,
  );
}

/** Loads what the first drawing shows, so that it is complete but for what can't be loaded. */
export async function loadFirstParts({ accounts }: Stored): Promise<void> {
  await Promise.allSettled([
    ...(accounts.length === 0 ? [welcomePart.load()] : []),
    hasFindings(accounts) || hasMending(accounts) || linkedProblem() !== null ? problemsPart.load() : null,
    hasMending(accounts) ? stepsPart.load() : null,
    hasAccountFix(accounts) ? accountFixPart.load() : null,
    countCalendars(accounts.map(({ state }) => state)) >= FILTER_FROM ? filterPart.load() : null,
    hasNamesakes(accounts) ? namesPart.load() : null,
    isAnySnoozed(accounts, Date.now()) ? snoozePart.load() : null,
  ]);
}
