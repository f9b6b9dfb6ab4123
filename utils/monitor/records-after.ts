import { dueWithReconnections, reconnectionsAfter } from "../actions/reconnect/reconnections.ts";
import type { Observation } from "../cal-api/observation.ts";
import { withCheck } from "../diagnostics/with-check.ts";
import { historyAfterCheck } from "../history/after-check.ts";
import { localDate } from "../local-date.ts";
import { advance } from "../status/advance.ts";
import type { Changes } from "../status/changes.ts";
import { hasNothingToOffer } from "../status/offer.ts";
import { changedChecks } from "../store/checks.ts";
import { changedHistory } from "../store/history.ts";
import type { StatusRecord } from "../store/records.ts";
import { settingsInForce } from "../store/settings.ts";
import { withoutOwnRecoveries } from "./caused-here.ts";
import { dueAfterCheck } from "./due.ts";
import { withoutEndlessSnooze } from "./endless-snooze.ts";
import { untoldAfter } from "./untold.ts";

/** What one request brought. */
export interface Asked {
  accountId: string;
  observation: Observation;
  /** How long it took. */
  ms: number;
}

/** An account's records after a check, to be written together. */
export interface RecordsAfter {
  status: StatusRecord;
  /** The others that it changed, under their storage keys. */
  others: Record<string, object>;
  changes: Changes;
}

/** What a check makes of an account's records. To be called within the commit that writes them. */
export async function recordsAfter(before: StatusRecord, asked: Asked): Promise<RecordsAfter> {
  const { accountId, observation, ms } = asked;
  const { intervalMinutes, notifications } = await settingsInForce();
  const now = Date.now();
  const { memory: advanced, changes } = advance(before.memory, observation, now, { intervalMinutes });
  const memory = withoutEndlessSnooze(advanced, now);
  const isGood = observation.kind === "answer";
  const news = withoutOwnRecoveries(changes.notify, before.memory, memory);
  const history = await changedHistory(accountId, (history) =>
    historyAfterCheck(history, {
      before: before.memory,
      after: memory,
      changes,
      isGood,
      now,
      today: localDate(now),
    }),
  );
  const checks = await changedChecks(accountId, (log) =>
    withCheck(log, { at: now, ms, observation }, before.memory),
  );
  const { renamed } = changes;
  const reconnections = reconnectionsAfter(before.reconnections, { memory, renamed, isGood, now });
  const due = dueAfterCheck(memory, now, intervalMinutes, Math.random());
  return {
    status: {
      ...before,
      memory,
      reconnections,
      // A backoff is not shortened.
      nextCheckAt: memory.failures > 0 ? due : dueWithReconnections(due, reconnections, now),
      offerAnswered: before.offerAnswered || (isGood && hasNothingToOffer(memory)),
      untold: notifications ? untoldAfter(before.untold, news, now) : null,
    },
    others: { ...history, ...checks },
    changes,
  };
}
