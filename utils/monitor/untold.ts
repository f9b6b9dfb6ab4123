import type { Notice } from "../status/changes.ts";
import { identity } from "../status/work.ts";
import type { Untold } from "../store/records.ts";

/**
 * What is to be told after a check. What an earlier one left untold, since the worker was ended before it was shown, is told
 * with it, unless there is something newer to tell of the same.
 * @param now ms since the epoch
 */
export function untoldAfter(untold: Untold | null, notify: readonly Notice[], now: number): Untold | null {
  if (notify.length === 0) return untold;
  const news = new Set(notify.map(identity));
  const left = untold?.notices.filter((notice) => !news.has(identity(notice))) ?? [];
  return { at: now, notices: [...notify, ...left] };
}
