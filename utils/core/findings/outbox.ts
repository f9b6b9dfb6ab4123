import type { Notice } from "../model/changes.ts";
import { identity } from "../model/finding.ts";
import type { Outbox } from "../model/records.ts";

/**
 * What is to be told after a check. What an earlier one left outbox, since the worker was ended before it was shown, is told
 * with it, unless there is something newer to tell of the same. A break stays beside its recovery: whether the one is worth
 * telling hangs on whether the other was shown, which may be happening right now.
 * @param now ms since the epoch
 */
export function appendToOutbox(outbox: Outbox | null, notify: readonly Notice[], now: number): Outbox | null {
  if (notify.length === 0) return outbox;
  const broken = new Set(notify.filter(({ recovered }) => !recovered).map(identity));
  const recovered = new Set(notify.filter(({ recovered }) => recovered).map(identity));
  const left = outbox?.notices.filter(
    (notice) => !broken.has(identity(notice)) && !(notice.recovered && recovered.has(identity(notice))),
  );
  return { at: now, notices: [...notify, ...(left ?? [])] };
}
