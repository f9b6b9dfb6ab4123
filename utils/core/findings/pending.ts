import { ANOTHER_ANSWER_MS } from "../time.ts";
import type { Draft } from "./draft.ts";
import type { MatchedAnswer } from "./matching/matched-answer.ts";
import { matchedCalendars } from "./matching/matched-answer.ts";

/**
 * A selection changed from here is waited for until an answer shows it, or a later one shows the old state still. Cal.com
 * matches selections by `externalId` alone, so one calendar reached through two accounts changes in both. While its
 * connection is broken no answer can show either.
 */
export function settleSelections(draft: Draft, matched: MatchedAnswer): void {
  if (draft.state.pending.length === 0) return;
  const seen = matchedCalendars(matched);
  draft.state.pending = draft.state.pending.filter((pending) => {
    if (pending.action === "set-destination") return true;
    const copies = seen.filter(({ externalId }) => externalId === pending.externalId);
    if (copies.length === 0) return true;
    const shown = copies.every(({ isSelected }) => isSelected === (pending.action === "select-calendar"));
    return !shown && draft.now - pending.at < ANOTHER_ANSWER_MS;
  });
}
