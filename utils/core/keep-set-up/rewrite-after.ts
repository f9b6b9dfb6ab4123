import type { Answer, Destination } from "../../cal-api/observation.ts";
import { sameDestination } from "../calendars/destination.ts";
import type { AccountState } from "../model/account-state.ts";
import type { Rewrite } from "../model/automatic.ts";
import { isWrittenByReading, placesOf } from "./written-by-reading.ts";

/** One good answer, with what was known before and after it. */
export interface Look {
  before: AccountState;
  after: AccountState;
  answer: Answer;
  /** ms since the epoch */
  now: number;
}

/**
 * Whether Cal.com has rewritten the destination, after one more answer. It has when this answer's own reading wrote it, bookings
 * went to the wanted calendar before, and Cal.com does not find that one. What comes to be otherwise is the person's, and what
 * the person has once changed or marked as expected is theirs for good.
 */
export function rewriteAfter(rewrite: Rewrite | null, look: Look): Rewrite | null {
  const { before, after, answer } = look;
  if (answer.destination.kind === "unknown") return rewrite;
  const { current, remembered } = after.destination;
  if (remembered === null || sameDestination(current, remembered)) return null;
  if (isMeantSo(after) || isAskedElsewhere(before)) return null;
  return rewrite ? followed(rewrite, look) : noticed(look);
}

function noticed(look: Look): Rewrite | null {
  const { current: from, remembered: wanted } = look.before.destination;
  if (from === null || wanted === null || !sameDestination(from, wanted)) return null;
  return isRewritten(look, from, wanted) ? rewriteTo(look, false) : null;
}

/** Cal.com may rewrite what it wrote. */
function followed(rewrite: Rewrite, look: Look): Rewrite | null {
  const { current, remembered: wanted } = look.after.destination;
  if (wanted === null) return null;
  if (sameDestination(current, rewrite.to)) {
    const isSameRow = current === null || !isWrittenSince(rewrite, look.answer);
    return isSameRow || isRewritten(look, null, wanted) ? rewriteTo(look, rewrite.tried, rewrite.at) : null;
  }
  return isRewritten(look, rewrite.to, wanted) ? rewriteTo(look, rewrite.tried, rewrite.at) : null;
}

/** Whether this answer's reading has written the destination that it shows, since it did not find the one of before. */
function isRewritten(
  { before, after, answer }: Look,
  from: Destination | null,
  wanted: Destination,
): boolean {
  // Cal.com leaves alone what it finds.
  if (from !== null && placesOf(answer, from).length > 0) return false;
  const { current } = after.destination;
  // Nobody can choose a blank one.
  return current === null || isWrittenByReading(answer, current, wanted, before);
}

function rewriteTo({ after, answer, now }: Look, tried: boolean, at = now): Rewrite {
  return { at, to: after.destination.current, writtenAt: writtenAt(answer), tried };
}

function writtenAt({ destination }: Answer): string | null {
  return destination.kind === "set" ? destination.writtenAt : null;
}

/** Bookings go to the same calendar, but somebody has set that anew. */
function isWrittenSince(rewrite: Rewrite, answer: Answer): boolean {
  const now = writtenAt(answer);
  return rewrite.writtenAt !== null && now !== null && rewrite.writtenAt !== now;
}

function isMeantSo({ findings }: AccountState): boolean {
  return findings.some(({ kind, acknowledged }) => kind === "destination-changed" && acknowledged);
}

/** The person wants bookings to go to yet another calendar, whatever comes of it. */
function isAskedElsewhere({ pending, destination: { remembered } }: AccountState): boolean {
  return pending.some((one) => one.action === "set-destination" && !sameDestination(one, remembered));
}
