import type { Observation } from "../../cal-api/observation.ts";
import type { EventTypesResult } from "../../cal-api/observe-event-types.ts";
import { namesIn } from "../../copy/history/names.ts";
import { localDate } from "../../copy/local-date.ts";
import { afterLook, lookAtClock } from "../../core/clock.ts";
import { hasNothingToAcknowledge } from "../../core/findings/acknowledgements.ts";
import { evaluate } from "../../core/findings/evaluate.ts";
import { appendToOutbox } from "../../core/findings/outbox.ts";
import { suppressOwnRecoveries } from "../../core/findings/own-recoveries.ts";
import { endPassed } from "../../core/findings/pass-quiet.ts";
import { historyAfterCheck } from "../../core/history/after-check.ts";
import { actOf } from "../../core/keep-set-up/act-of.ts";
import { automaticAfter } from "../../core/keep-set-up/automatic-after.ts";
import { markedByItself } from "../../core/keep-set-up/told-after.ts";
import { mendingsAfter } from "../../core/mending/mendings-after.ts";
import type { Changes } from "../../core/model/changes.ts";
import type { StatusRecord } from "../../core/model/records.ts";
import { eventTypeSubject } from "../../core/model/subject.ts";
import { dueWithReconnections, reconnectionsAfter } from "../../core/schedule/reconnections.ts";
import { dueAfterCheck } from "../../core/schedule/schedule.ts";
import { withCheck } from "../../diagnostics/with-check.ts";
import { changedChecks } from "../../storage/checks.ts";
import { changedHistory } from "../../storage/history.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import {
  eventTypesReadAfter,
  shownEventTypes,
  waitAfterEventTypes,
  withEventTypes,
} from "./read-event-types.ts";

/** What one check brought. */
export interface RequestResult {
  accountId: string;
  observation: Observation;
  /** How long it took. */
  ms: number;
  /** What asking for event types in the same check came to; null where they were not asked for. */
  eventTypes: EventTypesResult | null;
}

/** An account's records after a check, to be written together. */
export interface RecordsAfter {
  status: StatusRecord;
  /** The others that it changed, under their storage keys. */
  others: Record<string, object>;
  changes: Changes;
}

/** What a check makes of an account's records. To be called within the commit that writes them. */
export async function recordsAfter(before: StatusRecord, asked: RequestResult): Promise<RecordsAfter> {
  const { accountId, ms } = asked;
  const { intervalMinutes, notifications, eventTypes: areWanted } = await readEffectiveSettings();
  // They may not be wanted any more by the time there is an answer.
  const eventTypes = areWanted ? asked.eventTypes : null;
  const observation = withEventTypes(asked.observation, eventTypes);
  const isGood = observation.kind === "answer";
  const shown = Date.now();
  const look = lookAtClock(before, shown, { date: observation.date, isGood });
  const { time: now, passed, state: known } = look;
  const { state: advanced, changes: found } = evaluate(known, observation, now, { intervalMinutes }, passed);
  const state = endPassed(advanced, now, passed);
  const looked = { before: known, after: state, observation, now: passed };
  const { automatic, underWay, done } = automaticAfter(before.automatic, before.mendings, looked);
  const changes = underWay ? { ...found, events: markedByItself(found.events, underWay) } : found;
  const names = namesIn([state, known]);
  const putBack = shownEventTypes(before.eventTypesRead, eventTypes);
  const news = suppressOwnRecoveries(changes.notify, known, state, { eventTypes: putBack });
  const history = await changedHistory(accountId, (history) =>
    historyAfterCheck(history, {
      after: state,
      names,
      changes,
      actions: putBack.map((id) => ({ action: "restore-event-types", subject: eventTypeSubject({ id }) })),
      isGood,
      now,
      passed,
      today: localDate(now),
    }),
  );
  const checks = await changedChecks(accountId, (log) => withCheck(log, { at: now, ms, observation }, known));
  const byItself = done ? [actOf(done, names)] : [];
  const { renamed, moved } = changes;
  const reconnections = reconnectionsAfter(before.reconnections, { state, renamed, isGood, now, passed });
  const due = Math.max(
    dueAfterCheck(state, now, intervalMinutes, Math.random()),
    now + waitAfterEventTypes(eventTypes),
  );
  return {
    status: {
      ...before,
      ...afterLook(look, before.state, state, shown),
      reconnections,
      mendings: mendingsAfter(before.mendings, {
        before: known,
        after: state,
        renamed,
        moved,
        isGood,
        now: passed,
      }),
      eventTypesRead: eventTypesReadAfter(before.eventTypesRead, eventTypes, now),
      // A backoff is not shortened.
      nextCheckAt: shown - now + (state.failures > 0 ? due : dueWithReconnections(due, reconnections, now)),
      bulkAcknowledgeAnswered: before.bulkAcknowledgeAnswered || (isGood && hasNothingToAcknowledge(state)),
      outbox: notifications ? appendToOutbox(before.outbox, news, now, byItself) : null,
      automatic,
    },
    others: { ...history, ...checks },
    changes,
  };
}
