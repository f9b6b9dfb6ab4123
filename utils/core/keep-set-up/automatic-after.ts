import type { Observation } from "../../cal-api/observation.ts";
import type { AccountState } from "../model/account-state.ts";
import type { Automatic, AutomaticChange } from "../model/automatic.ts";
import { actsOfLastDay } from "./next-act.ts";
import { rewriteAfter } from "./rewrite-after.ts";
import { outcomeOf } from "./told-after.ts";

/** One look at Cal.com, with what was known before and after it. */
export interface Seen {
  before: AccountState;
  after: AccountState;
  observation: Observation;
  /** ms since the epoch */
  now: number;
}

/** What is known of what is put back by itself after one more look. @returns also what of it this look shows to be done */
export function automaticAfter(
  automatic: Automatic,
  { before, after, observation, now }: Seen,
): { automatic: Automatic; done: AutomaticChange | null } {
  const { underWay } = automatic;
  const outcome = underWay ? outcomeOf(underWay, before, after) : "over";
  const next = {
    ...automatic,
    acts: actsOfLastDay(automatic.acts, now),
    underWay: outcome === "waiting" ? underWay : null,
  };
  if (observation.kind !== "answer") return { automatic: next, done: null };
  const { answer } = observation;
  const rewrite = rewriteAfter(automatic.rewrite, { before, after, answer, now });
  return { automatic: { ...next, rewrite }, done: outcome === "shown" ? underWay : null };
}
