import { useLayoutEffect, useReducer } from "preact/hooks";
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
