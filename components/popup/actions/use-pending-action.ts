import { type ActionState, actionState, followAction } from "./pending-actions.ts";
import { useFollowed } from "./use-followed.ts";

/** How an action stands that this page asked for. */
export function usePendingAction(about: string): ActionState {
  useFollowed((listener) => followAction(about, listener), about);
  return actionState(about);
}
