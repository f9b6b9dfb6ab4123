import { useLayoutEffect, useReducer } from "preact/hooks";
import { type ActionState, actionState, followAction, followOutcome, outcome } from "./acting.ts";

type Follow = (listener: () => void) => () => void;

/** How an action stands that this page asked for. */
export function useActing(about: string): ActionState {
  useFollowed((listener) => followAction(about, listener), about);
  return actionState(about);
}

/** What came of the last action, for those who hear the page. */
export function useOutcome(): string {
  useFollowed(followOutcome, "");
  return outcome();
}

function useFollowed(follow: Follow, what: string): void {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => follow(() => drawAgain(undefined)), [what]);
}
