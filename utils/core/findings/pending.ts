import { ANOTHER_ANSWER_MS, type Work } from "./draft.ts";
import type { Sighting } from "./matching/matched-answer.ts";
import { sightedCalendars } from "./matching/matched-answer.ts";

/**
 * A selection changed from here is waited for until an answer shows it, or a later one shows the old state still. Cal.com
 * matches selections by `externalId` alone, so one calendar reached through two accounts changes in both. While its
 * connection is broken no answer can show either.
 */
export function settleSelections(work: Work, sighting: Sighting): void {
  if (work.state.pending.length === 0) return;
  const seen = sightedCalendars(sighting);
  work.state.pending = work.state.pending.filter((pending) => {
    if (pending.act === "setDestination") return true;
    const copies = seen.filter(({ externalId }) => externalId === pending.externalId);
    if (copies.length === 0) return true;
    const shown = copies.every(({ isSelected }) => isSelected === (pending.act === "select"));
    return !shown && work.now - pending.at < ANOTHER_ANSWER_MS;
  });
}
