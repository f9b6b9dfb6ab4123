import type { AccountState, FindingRecord } from "../model/account-state.ts";
import type { Notice } from "../model/changes.ts";
import { identity } from "../model/finding.ts";
import type { Outbox } from "../model/records.ts";
import { DAY } from "../time.ts";
import { byLevelKindSubject } from "./order.ts";

/**
 * What of a check that could not be told at once is still worth telling: no problem that is over, covered or expected by now,
 * and no recovery of what is broken again, of what nobody was told that it broke, or after a day. The worst comes first,
 * recoveries last.
 * @param state as it is now
 * @param now ms since the epoch
 */
export function dropStale({ at, notices }: Outbox, state: AccountState, now: number): Notice[] {
  const isOld = now - at > DAY;
  const broken = new Set(notices.filter(({ recovered }) => !recovered).map(identity));
  const standing = new Map(state.findings.filter(stands).map((one) => [identity(one), one]));
  const holding = notices.filter((notice) => {
    const finding = standing.get(identity(notice));
    if (!notice.recovered) return finding !== undefined && !finding.acknowledged;
    return finding === undefined && !broken.has(identity(notice)) && !isOld;
  });
  return holding.sort((a, b) => Number(a.recovered) - Number(b.recovered) || byLevelKindSubject(a, b));
}

function stands({ confirmed, inhibited, endedAt }: FindingRecord): boolean {
  return confirmed && !inhibited && endedAt === null;
}
