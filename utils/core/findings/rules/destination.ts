import type { AnsweredDestination, Destination } from "../../../cal-api/observation.ts";
import { sameDestination } from "../../calendars/destination.ts";
import { ANOTHER_ANSWER_MS, isConfirmed, type Work } from "../draft.ts";
import { claim, cover, seeRight } from "../ledger.ts";
import { ACCOUNT, DESTINATION } from "../subject.ts";
import { judgeHome } from "./destination-home.ts";

/**
 * Do bookings go where the person wants them? Reading alone can make Cal.com rewrite the destination, so the one to compare
 * with is the first that was ever seen set, until the person chooses another.
 */
export function judgeDestination(work: Work, answered: AnsweredDestination): void {
  // Something of a wrong type says nothing: all stays as it was.
  if (answered.kind === "unknown") return;
  const current = answered.kind === "set" ? answered.destination : null;
  const { destination } = work.state;
  destination.current = current;
  settlePending(work, current);
  if (current !== null) {
    destination.remembered ??= current;
    // The same calendar, under a newer name perhaps.
    if (sameDestination(current, destination.remembered)) destination.remembered.name = current.name;
  }
  judgeChanged(work, current);
  judgeMissing(work, current);
  judgeHome(work, current);
}

/** A destination set from here is the remembered one as soon as an answer shows it. */
function settlePending(work: Work, current: Destination | null): void {
  const { state } = work;
  const shown = state.pending.findLastIndex(
    (pending) => pending.act === "setDestination" && sameDestination(pending, current),
  );
  if (shown >= 0 && current !== null) state.destination.remembered = current;
  state.pending = state.pending.filter(
    ({ act, at }, index) => act !== "setDestination" || (index > shown && work.now - at < ANOTHER_ANSWER_MS),
  );
}

function judgeChanged(work: Work, current: Destination | null): void {
  const { remembered } = work.state.destination;
  if (remembered === null || sameDestination(current, remembered)) {
    return seeRight(work, "destination-changed", DESTINATION);
  }
  const level = current === null ? "error" : "warning";
  const { record } = claim(work, "destination-changed", DESTINATION, level, "certain");
  // "As I want it" was said of one destination, not of any other.
  if (!sameDestination(record.about, current)) record.expected = false;
  record.about = current;
}

function judgeMissing(work: Work, current: Destination | null): void {
  if (current !== null) return seeRight(work, "destination-missing", DESTINATION);
  if (work.state.destination.remembered !== null || isNothingConnected(work)) {
    return cover(work, "destination-missing", DESTINATION);
  }
  claim(work, "destination-missing", DESTINATION, "error", "certain");
}

/** Without a connection there is nothing that bookings could be added to: that is said already. */
export function isNothingConnected(work: Work): boolean {
  return work.state.connections.length === 0 || isConfirmed(work, "no-connections", ACCOUNT);
}
