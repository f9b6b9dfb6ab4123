import { DANA, MINUTE, NOW, remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, broken, destination } from "../../../tests/fixtures/answers.ts";
import { apple, feed, google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { AccountState } from "../../../utils/core/model/account-state.ts";
import type { Reading, Reconnection, StatusRecord } from "../../../utils/core/model/records.ts";
import { statusOf } from "../../../utils/core/model/records.ts";
import { calendarSubject, connectionSubject } from "../../../utils/core/model/subject.ts";

const REVOKED = "Access token expired or revoked";
const toOutlook = destination(outlook, "Calendar");
const ofGoogle = { integration: "google_calendar", credentialId: 135, delegationCredentialId: null };
const ofOutlook = { integration: "office365_calendar", credentialId: 212, delegationCredentialId: null };

const well = answered(200, [google, outlook, apple], toDana);
const brokeAndMoved = answered(45, [broken(google, REVOKED), outlook, apple], toOutlook);
const outlookBroken = remember([
  answered(45, [googleFlagged, outlook, apple], toDana),
  answered(15, [googleFlagged, broken(outlook, REVOKED), apple], toDana),
]);

/** States in which something can be put right from the popup, or has just been tried. */
export const fixing = {
  restore: () => stored(remember([well, brokeAndMoved, answered(15, [google, outlook, apple], toOutlook)])),
  "restore-later": () => stored(remember([well, brokeAndMoved])),
  reconnecting: () => reconnecting(outlookBroken, { openedAt: NOW - 18 * MINUTE, lookedAt: null }),
  "still-broken": () =>
    reconnecting(outlookBroken, { openedAt: NOW - 18 * MINUTE, lookedAt: NOW - 15 * MINUTE }),
  recovered: () =>
    reconnecting(remember([answered(15, [google, outlook, apple], toDana)]), {
      openedAt: NOW - 18 * MINUTE,
      lookedAt: NOW - 15 * MINUTE,
      recovered: true,
    }),
  "choose-destination": () => stored(remember([answered(15, [google, outlook, feed])])),
  unread: () => {
    const state = remember([answered(15, [googleFlagged, outlook, apple], toDana)]);
    const asked = { action: "unselect-calendar", at: NOW - 2 * MINUTE, externalId: "Clinic rota" } as const;
    return stored({ ...state, lastAttemptAt: NOW - MINUTE, pending: [asked] });
  },
  readings: () =>
    changed(remember([answered(15, [googleFlagged, outlook, apple, feed], toDana)]), {
      readings: [
        reading("dana@example.com", { count: 12 }),
        reading("Clinic rota", { count: 0 }),
        reading("Family", { outcome: "unreadable" }),
      ],
    }),
};

function reconnecting(state: AccountState, of: Partial<Reconnection>): Record<string, unknown> {
  const { type: _, ...id } = connectionSubject(ofOutlook);
  return changed(state, {
    reconnections: [{ ...id, openedAt: NOW, lookedAt: null, recovered: false, ...of }],
  });
}

function reading(externalId: string, of: Partial<Reading>): Reading {
  const { type: _, ...id } = calendarSubject(ofGoogle, externalId);
  return { ...id, at: NOW - 3 * MINUTE, outcome: "busy", count: 0, ...of };
}

function changed(state: AccountState, change: Partial<StatusRecord>): Record<string, unknown> {
  const records = stored(state);
  const key = statusOf(DANA.id);
  return { ...records, [key]: { ...(records[key] as StatusRecord), ...change } };
}
