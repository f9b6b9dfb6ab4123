import { emptyAccountState } from "./account-state.ts";
import type { StatusRecord } from "./records.ts";

/** Of an account that was never asked, or whose state was damaged: due at once. */
export function emptyStatus(): StatusRecord {
  return {
    version: 3,
    state: emptyAccountState(),
    clock: { believedAt: null, jump: null },
    nextCheckAt: null,
    outbox: null,
    bulkAcknowledgeAnswered: false,
    readings: [],
    reconnections: [],
    mendings: [],
    eventTypesRead: null,
    bookingsChecks: [],
    automatic: { rewrite: null, acts: [], triedCalendars: [], underWay: null },
  };
}
