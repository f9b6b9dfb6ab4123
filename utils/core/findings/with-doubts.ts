import type { AccountState } from "../model/account-state.ts";
import { connectionSubject, isUnreadable } from "../model/subject.ts";
import { beginDraft, finishDraft, standing } from "./draft.ts";
import { raise } from "./lifecycle.ts";

/**
 * A state of which parts were lost: a connection that is not healthy in it, and of which no finding says so any more, is in doubt
 * until an answer shows how it is.
 * @param now ms since the epoch
 */
export function withDoubts(state: AccountState, now: number): AccountState {
  const draft = beginDraft(state, now);
  for (const connection of draft.state.connections) {
    if (connection.condition === "healthy") continue;
    const subject = connectionSubject(connection);
    const isSaid =
      standing(draft, "connection-error", subject) !== undefined ||
      standing(draft, "connection-gone", subject) !== undefined;
    if (isSaid) continue;
    const isMissing = connection.condition === "missing" && !isUnreadable(connection);
    raise(draft, isMissing ? "connection-gone" : "connection-error", subject, "never");
  }
  return finishDraft(draft);
}
