import type { Observation } from "../../cal-api/observation.ts";
import { mendingOf } from "../mending/find.ts";
import type { AccountState } from "../model/account-state.ts";
import type { Automatic, AutomaticChange } from "../model/automatic.ts";
import type { Mending } from "../model/mending.ts";
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

interface After {
  automatic: Automatic;
  /** What the changes that this look shows to be done from here belong to; null for none that is done by itself. */
  underWay: AutomaticChange | null;
  /** What of it is over now, and done. */
  done: AutomaticChange | null;
}

/** What is known of what is put back by itself, after one more look. @param mendings as they were before */
export function automaticAfter(automatic: Automatic, mendings: readonly Mending[], seen: Seen): After {
  const { before, after, observation, now } = seen;
  const { underWay } = automatic;
  const outcome = stateOf(underWay, mendings, seen);
  const next = {
    ...automatic,
    acts: actsOfLastDay(automatic.acts, now),
    underWay: outcome === "waiting" ? underWay : null,
  };
  if (observation.kind !== "answer") return { automatic: next, underWay, done: null };
  const { answer } = observation;
  const rewrite = rewriteAfter(automatic.rewrite, { before, after, answer, now });
  return {
    automatic: { ...next, rewrite },
    underWay: outcome === "over" ? null : underWay,
    done: outcome === "shown" ? underWay : null,
  };
}

function stateOf(
  change: AutomaticChange | null,
  mendings: readonly Mending[],
  { before, after }: Seen,
): ReturnType<typeof outcomeOf> {
  if (change === null) return "over";
  if (change.what !== "everything") return outcomeOf(change, before, after);
  // Also where a worker was ended in the middle of it, until another one has gone on with it.
  return mendingOf(mendings, change)?.restoringSince == null ? "over" : "waiting";
}
