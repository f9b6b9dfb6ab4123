import { planRestoring, planSelection } from "../actions/plan.ts";
import { isUnsettled } from "../findings/draft.ts";
import type { AccountState, FindingRecord } from "../model/account-state.ts";
import type { Automatic, AutomaticChange } from "../model/automatic.ts";
import type { StatusRecord } from "../model/records.ts";
import { calendarSubject, connectionId, subjectKey } from "../model/subject.ts";
import { DAY, MINUTE } from "../time.ts";

/** So often in 24 hours at most is anything put back by itself. */
export const MOST_ACTS = 3;
/** What was seen longer ago may not be so any more: the next answer tells. */
const FRESH_MS = MINUTE;
const MOST_TRIED = 100;

type Known = Pick<StatusRecord, "state" | "automatic">;

/**
 * What is to be put back without the person right now, by what Cal.com has just answered; null when there is nothing. Each
 * change is tried once, and three are a day's work.
 * @param now ms since the epoch
 */
export function nextAct({ state, automatic }: Known, now: number): AutomaticChange | null {
  if (!isFresh(state, now) || actsOfLastDay(automatic.acts, now).length >= MOST_ACTS) return null;
  return movedCalendar(state, automatic) ?? rewrittenDestination(state, automatic);
}

/** The record of what is done by itself, to be stored before Cal.com is asked: a worker that is ended then does it once all the same. */
export function withAct(automatic: Automatic, change: AutomaticChange, now: number): Automatic {
  const acts = [...actsOfLastDay(automatic.acts, now), now];
  const before = { ...automatic, acts, underWay: change };
  if (change.what === "destination") {
    return { ...before, rewrite: automatic.rewrite && { ...automatic.rewrite, tried: true } };
  }
  const tried = { ...connectionId(change), externalId: change.externalId };
  return { ...before, triedCalendars: [...automatic.triedCalendars, tried].slice(-MOST_TRIED) };
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

function isToBePutRight({ confirmed, acknowledged, inhibited, endedCounted }: FindingRecord): boolean {
  return confirmed && !acknowledged && !inhibited && endedCounted === null;
}

function isPossible(plan: ReturnType<typeof planRestoring>): boolean {
  return plan !== "done-already" && !("problem" in plan);
}
