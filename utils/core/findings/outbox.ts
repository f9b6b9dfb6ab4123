import type { AccountState, FindingRecord } from "../model/account-state.ts";
import type { AutomaticAct } from "../model/automatic.ts";
import type { Notice } from "../model/changes.ts";
import { identity } from "../model/finding.ts";
import type { Outbox } from "../model/records.ts";
import { DAY } from "../time.ts";
import { byLevelKindSubject } from "./order.ts";

/**
 * What is to be told after a check, and what was put back by itself. What an earlier one left in the outbox, since it could not be
 * shown yet, is told with it, unless there is something newer to tell of the same.
 * @param now ms since the epoch
 */
export function appendToOutbox(
  outbox: Outbox | null,
  notify: readonly Notice[],
  now: number,
  automatic: readonly AutomaticAct[] = [],
): Outbox | null {
  if (notify.length === 0 && automatic.length === 0) return outbox;
  return {
    at: now,
    notices: withoutOlder([...notify, ...(outbox?.notices ?? [])]),
    automatic: [...(outbox?.automatic ?? []), ...automatic],
  };
}

/**
 * Of each problem the newest. A break stays beside its recovery: whether the one is worth telling hangs on whether the other was
 * shown, which may be happening right now. A recovery that is older than any break stays, too: it says that the one before was told.
 * @param notices the newest first
 */
function withoutOlder(notices: readonly Notice[]): Notice[] {
  const oldest = new Map(notices.map((notice, at) => [identity(notice), at]));
  const newest = new Map<string, Notice>();
  const broken = new Set<string>();
  return notices.filter((notice, at) => {
    const id = identity(notice);
    const newer = newest.get(id);
    const isNewestBreak = !notice.recovered && !broken.has(id);
    if (isNewestBreak) broken.add(id);
    if (!newer) {
      newest.set(id, notice);
      return true;
    }
    return notice.recovered ? broken.has(id) && oldest.get(id) === at : isNewestBreak && newer.recovered;
  });
}

function oldestOf(notices: readonly Notice[]): Map<string, Notice> {
  return new Map(notices.map((notice) => [identity(notice), notice]));
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
  const oldest = oldestOf(notices);
  const told = new Set<string>();
  const standing = new Map(state.findings.filter(stands).map((one) => [identity(one), one]));
  const holding = notices.filter((notice) => {
    const id = identity(notice);
    const finding = standing.get(id);
    if (!notice.recovered) return finding !== undefined && !finding.acknowledged;
    if (finding !== undefined || isOld || told.has(id)) return false;
    told.add(id);
    return oldest.get(id)?.recovered === true;
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

/** What something worse stands before, so that it is to be told once that is over. */
export function coveredIn({ notices }: Outbox, state: AccountState): Notice[] {
  const covered = state.findings.filter((one) => isOpen(one) && one.inhibited && !one.acknowledged);
  const ids = new Set(covered.map(identity));
  return notices.filter((notice) => !notice.recovered && ids.has(identity(notice)));
}

function stands(finding: FindingRecord): boolean {
  return isOpen(finding) && !finding.inhibited;
}

function isOpen({ confirmed, endedCounted }: FindingRecord): boolean {
  return confirmed && endedCounted === null;
}
