import { planRestoring, planSelection } from "../actions/plan.ts";
import { isUnsettled } from "../findings/draft.ts";
import { isUnderWay } from "../mending/find.ts";
import { sizeOfPlan } from "../mending/restore-plan.ts";
import { stepsOf } from "../mending/steps-of.ts";
import type { AccountState, FindingRecord } from "../model/account-state.ts";
import type { Automatic, AutomaticChange } from "../model/automatic.ts";
import type { Mending } from "../model/mending.ts";
import type { StatusRecord } from "../model/records.ts";
import { calendarSubject, connectionId, connectionKey, subjectKey } from "../model/subject.ts";
import { DAY, MINUTE } from "../time.ts";

/** So often in 24 hours at most is anything put back by itself. */
export const MOST_ACTS = 3;
/** What was seen longer ago may not be so any more: the next answer tells. */
const FRESH_MS = MINUTE;
const MOST_TRIED = 100;

type Known = Pick<StatusRecord, "state" | "automatic" | "mendings">;

/**
 * What is to be put back without the person right now, by what Cal.com has just answered; null when there is nothing. Each
 * change is tried once, and three are a day's work.
 * @param now ms since the epoch
 */
export function nextAct({ state, automatic, mendings }: Known, now: number): AutomaticChange | null {
  if (!isFresh(state, now) || actsOfLastDay(automatic.acts, now).length >= MOST_ACTS) return null;
  const bookings = rewrittenDestination(state, automatic);
  return (
    movedCalendar(state, automatic) ??
    removedConnection(state, mendings, { withBookings: bookings !== null }) ??
    bookings
  );
}

/** The record of what is done by itself, to be stored before Cal.com is asked: a worker that is ended then does it once all the same. */
export function withAct<S extends Known>(status: S, change: AutomaticChange, now: number): S {
  const { automatic, mendings } = status;
  const acts = [...actsOfLastDay(automatic.acts, now), now];
  const next = { ...automatic, acts, underWay: change };
  if (change.what === "calendar") {
    const tried = { ...connectionId(change), externalId: change.externalId };
    const triedCalendars = [...automatic.triedCalendars, tried].slice(-MOST_TRIED);
    return { ...status, automatic: { ...next, triedCalendars } };
  }
  const isTried = change.what === "destination" || change.withBookings;
  const rewrite = automatic.rewrite && isTried ? { ...automatic.rewrite, tried: true } : automatic.rewrite;
  if (change.what === "destination") return { ...status, automatic: { ...next, rewrite } };
  return {
    ...status,
    automatic: { ...next, rewrite },
    mendings: mendings.map((one) =>
      connectionKey(one) === connectionKey(change)
        ? { ...one, triedByItself: true, restoringSince: now }
        : one,
    ),
  };
}

/** After the clock was set back, what seems to be yet to come was just now: it counts for a day at most. */
export function actsOfLastDay(acts: readonly number[], now: number): number[] {
  return acts.map((at) => Math.min(at, now)).filter((at) => now - at < DAY);
}

function isFresh({ lastGoodAt, failures, rejection }: AccountState, now: number): boolean {
  const isAnswering = failures === 0 && rejection === null && lastGoodAt !== null;
  return isAnswering && Math.abs(now - lastGoodAt) <= FRESH_MS;
}

function movedCalendar(state: AccountState, { triedCalendars }: Automatic): AutomaticChange | null {
  for (const finding of state.findings) {
    const { subject } = finding;
    if (finding.kind !== "calendar-moved" || subject.type !== "calendar" || !isToBePutRight(finding))
      continue;
    const key = subjectKey(subject);
    if (triedCalendars.some((one) => subjectKey(calendarSubject(one, one.externalId)) === key)) continue;
    if (state.pending.some(({ externalId }) => externalId === subject.externalId)) continue;
    if (!isPossible(planSelection("select-calendar", subject)(state))) continue;
    return { what: "calendar", ...connectionId(subject), externalId: subject.externalId };
  }
  return null;
}

function rewrittenDestination(state: AccountState, { rewrite }: Automatic): AutomaticChange | null {
  const { remembered } = state.destination;
  if (rewrite === null || rewrite.tried || remembered === null) return null;
  const ofDestination = state.findings.filter(
    ({ subject, endedCounted }) => subject.type === "destination" && endedCounted === null,
  );
  const changed = ofDestination.find(({ kind }) => kind === "destination-changed");
  const isDoubted = isUnsettled(state) || ofDestination.some(({ confirmed }) => !confirmed);
  if (!changed || !isToBePutRight(changed) || isDoubted) return null;
  if (state.pending.some(({ action }) => action === "set-destination")) return null;
  if (!isPossible(planRestoring(state))) return null;
  const { integration, externalId } = remembered;
  return { what: "destination", integration, externalId };
}

/**
 * Only of a connection that was removed: with it Cal.com drops what was chosen through it. What is chosen otherwise in one that works
 * again is the person's doing, as Cal.com changes none of that by itself.
 */
function removedConnection(
  state: AccountState,
  mendings: readonly Mending[],
  { withBookings }: { withBookings: boolean },
): AutomaticChange | null {
  if (isUnsettled(state) || state.pending.length > 0) return null;
  const due = mendings.find((one) => {
    if (!isUnderWay(one) || !one.removed || one.triedByItself || one.restoringSince !== null) return false;
    const { restore } = stepsOf(one, state);
    return restore.state === "next" && sizeOfPlan({ ...restore.plan, destination: null }) > 0;
  });
  return due ? { what: "everything", withBookings, ...connectionId(due) } : null;
}

function isToBePutRight({ confirmed, acknowledged, inhibited, endedCounted }: FindingRecord): boolean {
  return confirmed && !acknowledged && !inhibited && endedCounted === null;
}

function isPossible(plan: ReturnType<typeof planRestoring>): boolean {
  return plan !== "done-already" && !("problem" in plan);
}
