import type { AnsweredDestination, Destination } from "../../../cal-api/observation.ts";
import { sameDestination } from "../../calendars/destination.ts";
import { DESTINATION } from "../../model/subject.ts";
import { ANOTHER_ANSWER_MS } from "../../time.ts";
import { type Draft, isConfirmed, isUnsettled } from "../draft.ts";
import { close, raise, resolve, rest, UNMARKED } from "../lifecycle.ts";
import { evaluateDestinationHome, type Word } from "./destination-home.ts";
import type { Places } from "./destination-places.ts";

/**
 * Do bookings go where the person wants them? Reading alone can make Cal.com rewrite the destination, so the one to compare
 * with is the first that was ever seen set, until the person chooses another.
 */
export function evaluateDestination(draft: Draft, answered: AnsweredDestination, places: Places): void {
  // Something of a wrong type says nothing: all stays as it was.
  if (answered.kind === "unknown") return;
  const current = answered.kind === "set" ? answered.destination : null;
  const { destination } = draft.state;
  destination.current = current;
  const isChosen = settlePending(draft, current);
  if (current !== null) {
    destination.remembered ??= current;
    // The same calendar, under a newer name perhaps.
    if (sameDestination(current, destination.remembered)) destination.remembered.name = current.name;
  }
  // Cal.com rewrites it while a connection fails: what it is then is doubted as long as that is.
  const isDoubted = isUnsettled(draft);
  const word: Word = isDoubted ? { confirm: "onRepeat", right: rest } : { confirm: "now", right: resolve };
  evaluateChanged(draft, current, word);
  evaluateMissing(draft, current, word);
  evaluateDestinationHome(draft, current, places, word);
  const isFirst = draft.state.lastGoodAt === null;
  if (!isDoubted || isChosen || isFirst || isConfirmed(draft, "destination-changed", DESTINATION)) {
    draft.state.settledDestination = current && { ...current };
  }
}

/** A destination set from here is the remembered one as soon as an answer shows it. @returns whether this one does */
function settlePending(draft: Draft, current: Destination | null): boolean {
  const { state } = draft;
  const shown = state.pending.findLastIndex(
    (pending) => pending.action === "set-destination" && sameDestination(pending, current),
  );
  if (shown >= 0 && current !== null) state.destination.remembered = current;
  state.pending = state.pending.filter(
    ({ action, at }, index) =>
      action !== "set-destination" || (index > shown && draft.now - at < ANOTHER_ANSWER_MS),
  );
  return shown >= 0;
}

function evaluateChanged(draft: Draft, current: Destination | null, { confirm, right }: Word): void {
  const { remembered } = draft.state.destination;
  if (remembered === null || sameDestination(current, remembered)) {
    return right(draft, "destination-changed", DESTINATION);
  }
  const level = current === null ? "error" : "warning";
  const { record } = raise(draft, "destination-changed", DESTINATION, confirm, level);
  // "As I want it" was said of one destination, not of any other.
  if (!sameDestination(record.about, current)) Object.assign(record, UNMARKED);
  record.about = current;
}

function evaluateMissing(draft: Draft, current: Destination | null, { confirm, right }: Word): void {
  if (current !== null) return right(draft, "destination-missing", DESTINATION);
  if (draft.state.destination.remembered !== null || isNothingConnected(draft)) {
    return close(draft, "destination-missing", DESTINATION);
  }
  raise(draft, "destination-missing", DESTINATION, confirm);
}

/** Without a connection there is nothing that bookings could be added to: that is said already. */
export function isNothingConnected(draft: Draft): boolean {
  return draft.state.connections.every(({ condition }) => condition === "missing");
}
