import type { AccountState, FindingRecord } from "../model/account-state.ts";
import type { AutomaticAct } from "../model/automatic.ts";
import type { Notice } from "../model/changes.ts";
import { identity } from "../model/finding.ts";
import type { Outbox } from "../model/records.ts";
import { DAY } from "../time.ts";
import { byLevelKindSubject } from "./order.ts";

/**
 * What is to be told after a check, and what was put back by itself. What an earlier one left in the outbox, since the worker was
 * ended before it was shown, is told with it, unless there is something newer to tell of the same. A break stays beside its recovery: whether the one is worth
 * telling hangs on whether the other was shown, which may be happening right now.
 * @param now ms since the epoch
 */
export function appendToOutbox(
  outbox: Outbox | null,
  notify: readonly Notice[],
  now: number,
  automatic: readonly AutomaticAct[] = [],
): Outbox | null {
  if (notify.length === 0 && automatic.length === 0) return outbox;
  const broken = new Set(notify.filter(({ recovered }) => !recovered).map(identity));
  const recovered = new Set(notify.filter(({ recovered }) => recovered).map(identity));
  const left = outbox?.notices.filter(
    (notice) => !broken.has(identity(notice)) && !(notice.recovered && recovered.has(identity(notice))),
  );
  return {
    at: now,
    notices: [...notify, ...(left ?? [])],
    automatic: [...(outbox?.automatic ?? []), ...automatic],
  };
}

/**
 * What of a check that could not be told at once is still worth telling: no problem that is over, covered or expected by now,
 * and no recovery of what is broken again, of what nobody was told that it broke, or after a day. The worst comes first,
 * recoveries last.
 * @param state as it is now
 * @param now ms since the epoch
 */
export function dropStale({ at, notices }: Outbox, state: AccountState, now: number): Notice[] {
  const isOld = isStale(at, now);
  const broken = new Set(notices.filter(({ recovered }) => !recovered).map(identity));
  const standing = new Map(state.findings.filter(stands).map((one) => [identity(one), one]));
  const holding = notices.filter((notice) => {
    const finding = standing.get(identity(notice));
    if (!notice.recovered) return finding !== undefined && !finding.acknowledged;
    return finding === undefined && !broken.has(identity(notice)) && !isOld;
  });
  return holding.sort((a, b) => Number(a.recovered) - Number(b.recovered) || byLevelKindSubject(a, b));
}

/** What was put back by itself and is still worth telling: for a day, as a recovery. */
export function freshAutomatic({ at, automatic }: Outbox, now: number): AutomaticAct[] {
  return isStale(at, now) ? [] : automatic;
}

function isStale(at: number, now: number): boolean {
  return now - at > DAY;
}

function stands({ confirmed, inhibited, endedCounted }: FindingRecord): boolean {
  return confirmed && !inhibited && endedCounted === null;
}
