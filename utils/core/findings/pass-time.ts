import type { FindingRecord } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import { DAY } from "../time.ts";
import { accept } from "./accept.ts";
import type { Draft } from "./draft.ts";
import { endQuiet } from "./flapping.ts";
import { removeAcknowledgement } from "./lifecycle.ts";

const MONTH = 30 * DAY;

/**
 * What has passed when a good answer comes, before it is judged. Waits of days are counted on a clock that runs with the good
 * answers alone: neither a clock that is wrong for a while nor a closed laptop may end a finding.
 */
export function passTime(draft: Draft): void {
  const { state, now } = draft;
  if (state.lastGoodAt !== null) state.counted += Math.min(Math.max(now - state.lastGoodAt, 0), DAY);
  clampToClock(draft);
  endQuiet(draft);
  for (const record of [...draft.findings.values()]) {
    if (record.endedCounted !== null && state.counted - record.endedCounted > MONTH)
      draft.findings.delete(identity(record));
    else if (record.confirmedCounted !== null && state.counted - record.confirmedCounted >= MONTH)
      expire(draft, record);
  }
  for (const [id, mark] of draft.acknowledgements) {
    if (mark.absentCounted !== null && state.counted - mark.absentCounted > MONTH)
      removeAcknowledgement(draft, id);
  }
}

/** What nobody has answered for a month is the way things are. */
function expire(draft: Draft, record: FindingRecord): void {
  // Forgetting its connection may have ended it already.
  if (record.endedCounted !== null || draft.findings.get(identity(record)) !== record) return;
  accept(draft, record);
}

/** What was noted by a clock that was ahead would have to be waited for. */
function clampToClock({ state, findings, now }: Draft): void {
  for (const record of findings.values()) {
    record.since = Math.min(record.since, now);
    if (record.confirmedAt !== null) record.confirmedAt = Math.min(record.confirmedAt, now);
  }
  for (const one of state.pending) one.at = Math.min(one.at, now);
  for (const one of state.recoveries) one.since = Math.min(one.since, now);
  for (const connection of state.connections) {
    connection.breaks = connection.breaks.map((at) => Math.min(at, now));
  }
}
