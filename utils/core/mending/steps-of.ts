import { type Adding, addingOf } from "../calendars/adding.ts";
import { needsAdministrator } from "../calendars/break-kind.ts";
import { connectionOf } from "../calendars/find.ts";
import type { AccountState } from "../model/account-state.ts";
import type { Mending } from "../model/mending.ts";
import { isDelegation } from "../model/subject.ts";
import { homeOf, isConfirmedError, isMendedInPlace } from "./find.ts";
import { isRemovableHere } from "./removal.ts";
import { isAsBefore, type RestorePlan, restorePlan } from "./restore-plan.ts";

/** `next`: the one to do now. `later`: not before another one, or after it. `notNeeded`: there is no such step for this app. */
export type StepState = "done" | "next" | "later" | "notNeeded";

/** `add-app`: in the web app, beside the old one. `in-place`: there, with the same account. `administrator`: only one of the organization can. */
export type HowToConnect = "add-app" | "in-place" | "administrator";

/** `here`: this extension asks Cal.com for it. `web-app`: the person does it there. */
export type HowToRemove = "here" | "web-app";

export interface MendingSteps {
  connect: { state: StepState; how: HowToConnect; adding: Adding };
  /** `how` is null as long as it must not be removed: nothing stands for it, it works, or it is gone. */
  remove: { state: StepState; how: HowToRemove | null };
  /** What there is to put back may be done before the old connection is removed; what goes with that comes after it. */
  restore: { state: StepState; plan: RestorePlan };
}

/** The three steps from broken to as before, by what the last answers showed: what was done elsewhere is done. */
export function stepsOf(mending: Mending, state: AccountState): MendingSteps {
  const isConnected = homeOf(state, mending) !== null;
  const connect = { state: isConnected ? "done" : "next", how: howToConnect(mending, state) } as const;
  const remove = { state: removing(mending, state, isConnected), how: howToRemove(mending, state) };
  const isBlocked = !isConnected || remove.state === "next" || remove.state === "later";
  const restoring = isAsBefore(mending, state) ? "done" : isBlocked ? "later" : "next";
  return {
    connect: { ...connect, adding: addingOf(mending) },
    remove,
    restore: { state: restoring, plan: restorePlan(mending, state) },
  };
}

function howToConnect(mending: Mending, state: AccountState): HowToConnect {
  const connection = connectionOf(state, mending);
  if (connection ? needsAdministrator(connection) : isDelegation(mending)) return "administrator";
  return addingOf(mending) === "mended" && !mending.removed ? "in-place" : "add-app";
}

function removing(mending: Mending, state: AccountState, isConnected: boolean): StepState {
  if (mending.removed || isMendedInPlace(state, mending)) return "done";
  // What comes through an organization is not the person's to remove.
  if (isDelegation(mending)) return "notNeeded";
  if (!isConnected) return addingOf(mending) === "mended" ? "notNeeded" : "later";
  return howToRemove(mending, state) === null ? "later" : "next";
}

/** How the old connection is removed now; null while it must not be. */
export function howToRemove(mending: Mending, state: AccountState): HowToRemove | null {
  const connection = connectionOf(state, mending);
  const isThere = connection?.condition === "broken" && isConfirmedError(state, connection);
  if (!isThere || isDelegation(mending) || homeOf(state, mending) === null) return null;
  return isRemovableHere(mending) ? "here" : "web-app";
}
