import type { Observation } from "../../cal-api/observation.ts";
import type { EventTypesResult } from "../../cal-api/observe-event-types.ts";
import { namesIn } from "../../copy/history/names.ts";
import { localDate } from "../../copy/local-date.ts";
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
  const now = Date.now();
  const { state: advanced, changes: found } = evaluate(before.state, observation, now, { intervalMinutes });
  const state = endPassed(advanced, now);
  const looked = { before: before.state, after: state, observation, now };
  const { automatic, underWay, done } = automaticAfter(before.automatic, before.mendings, looked);
  const changes = underWay ? { ...found, events: markedByItself(found.events, underWay) } : found;
  const names = namesIn([state, before.state]);
  const isGood = observation.kind === "answer";
  const putBack = shownEventTypes(before.eventTypesRead, eventTypes);
  const news = suppressOwnRecoveries(changes.notify, before.state, state, { eventTypes: putBack });
  const history = await changedHistory(accountId, (history) =>
    historyAfterCheck(history, {
      after: state,
      names,
      changes,
      actions: putBack.map((id) => ({ action: "restore-event-types", subject: eventTypeSubject({ id }) })),
      isGood,
      now,
      today: localDate(now),
    }),
  );
  const checks = await changedChecks(accountId, (log) =>
    withCheck(log, { at: now, ms, observation }, before.state),
  );
  const byItself = done ? [actOf(done, names)] : [];
  const { renamed, moved } = changes;
  const reconnections = reconnectionsAfter(before.reconnections, { state, renamed, isGood, now });
  const due = Math.max(
    dueAfterCheck(state, now, intervalMinutes, Math.random()),
    now + waitAfterEventTypes(eventTypes),
  );
  return {
    status: {
      ...before,
      state,
      reconnections,
      mendings: mendingsAfter(before.mendings, {
        before: before.state,
        after: state,
        renamed,
        moved,
        isGood,
        now,
      }),
      eventTypesRead: eventTypesReadAfter(before.eventTypesRead, eventTypes, now),
      // A backoff is not shortened.
      nextCheckAt: state.failures > 0 ? due : dueWithReconnections(due, reconnections, now),
      bulkAcknowledgeAnswered: before.bulkAcknowledgeAnswered || (isGood && hasNothingToAcknowledge(state)),
      outbox: notifications ? appendToOutbox(before.outbox, news, now, byItself) : null,
      automatic,
    },
    others: { ...history, ...checks },
    changes,
  };
}
