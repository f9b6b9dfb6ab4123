import { useLayoutEffect, useReducer } from "preact/hooks";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { type ActionState, actionState, followAction } from "./pending-actions.ts";

/**
 * Draws again each time that something calls back.
 * @param follow begins that, and returns what ends it
 * @param what tells apart what is followed
 */
export function useFollowed(follow: (listener: () => void) => () => void, what: string): void {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => follow(() => drawAgain(undefined)), [what]);
}

/** How an action stands that this page asked for. */
export function usePendingAction(about: string): ActionState {
  useFollowed((listener) => followAction(about, listener), about);
  return actionState(about);
}

let accounts: readonly StoredAccount[] = [];
const listeners = new Set<() => void>();

/** All that is stored, for parts within rows that are not drawn again with it. */
export function accountsNow(): readonly StoredAccount[] {
  return accounts;
}

/** Calls back after each change of it. @returns ends that */
export function followAccounts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setAccountsNow(stored: readonly StoredAccount[]): void {
  accounts = stored;
  for (const listener of listeners) listener();
}
