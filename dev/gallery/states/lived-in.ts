import { DANA, MINUTE, NOW, remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection, destination } from "../../../tests/fixtures/answers.ts";
import { apple, feed, google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { applyAction } from "../../../utils/core/findings/apply-action.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import type { AccountState } from "../../../utils/core/model/account-state.ts";
import type { Finding } from "../../../utils/core/model/finding.ts";
import { ACCOUNTS, statusOf } from "../../../utils/core/model/records.ts";

const REVOKED = "Access token expired or revoked";
/** The next morning. */
const TOMORROW = Date.parse("2026-03-12T08:00:00+01:00");

const CLINIC: Account = {
  ...DANA,
  id: "clinic",
  label: "Clinic",
  region: "self-hosted",
  apiUrl: "https://cal.clinic.example/api/v2",
  webUrl: "https://cal.clinic.example",
  user: { id: 9, username: "frontdesk", email: "frontdesk@clinic.example", name: "Front desk" },
};
const clinicGoogle = connection("google_calendar", 700, [
  calendar("frontdesk@clinic.example", { email: "frontdesk@clinic.example", primary: true }),
  calendar("Rooms", { readOnly: true }),
  calendar("Equipment", { readOnly: true }),
]);
const manyFlagged = connection(
  "google_calendar",
  900,
  Array.from({ length: 1000 }, (_, index) => calendar(`Room ${index + 1}`, { readOnly: true })),
);

const notices = remember([answered(15, [googleFlagged, outlook, apple], toDana)]);
const revoked = remember([
  answered(45, [googleFlagged, outlook, apple], toDana),
  answered(15, [googleFlagged, broken(outlook, REVOKED), apple], toDana),
]);
const isNotice = ({ level }: Finding) => level === "notice";

/** States of an extension that somebody lives with: what is meant to be so, what is to be quiet, and several accounts. */
export const livedIn = {
  offer: () => firstSeen(stored(notices)),
  expected: () => stored(expecting(revoked, (finding) => isNotice(finding) || finding.kind === "flapping")),
  "expected-problem": () => stored(expecting(revoked, () => true)),
  "thousand-expected": () =>
    stored(expecting(remember([answered(15, [google, manyFlagged], toDana)]), isNotice)),
  snoozed: () => stored(applyAction(revoked, { action: "snooze", until: TOMORROW }, NOW - MINUTE)),
  "snoozed-and-well": () =>
    stored(
      applyAction(
        remember([answered(15, [google, outlook, apple], toDana)]),
        { action: "snooze", until: NOW + 60 * MINUTE },
        NOW - MINUTE,
      ),
    ),
  "expected-for-a-while": () => stored(expectingFor(revoked)),
  "snoozed-problem": () => stored(snoozing(revoked)),
  "accounts-one-snoozed": () => {
    const snoozed = applyAction(revoked, { action: "snooze", until: TOMORROW }, NOW - MINUTE);
    return accounts(snoozed);
  },
  "accounts-well": () => accounts(remember([answered(15, [google, outlook], toDana)])),
  "accounts-with-problems": () => firstSeen(accounts(revoked)),
};

function accounts(state: AccountState): Record<string, unknown> {
  const clinic = remember([
    answered(45, [clinicGoogle, feed], destination(clinicGoogle, "frontdesk@clinic.example")),
    answered(22, [clinicGoogle], destination(clinicGoogle, "frontdesk@clinic.example")),
    answered(14, [clinicGoogle], destination(clinicGoogle, "frontdesk@clinic.example")),
  ]);
  return {
    ...stored(clinic, CLINIC),
    ...stored(state),
    [ACCOUNTS]: { version: 1, accounts: [DANA, CLINIC] },
  };
}

/** As it is after the first check: nobody has said yet which notices are meant to be so. */
function firstSeen(records: Record<string, unknown>): Record<string, unknown> {
  const ids = [DANA.id, CLINIC.id].map(statusOf).filter((key) => key in records);
  return {
    ...records,
    ...Object.fromEntries(
      ids.map((key) => [key, { ...(records[key] as object), bulkAcknowledgeAnswered: false }]),
    ),
  };
}

/** With an end and a note, one of them in another direction. */
function expectingFor(state: AccountState): AccountState {
  const mark = { action: "acknowledge", until: NOW + 24 * 60 * MINUTE } as const;
  const broken = applyAction(
    state,
    { ...mark, matches: isBroken, note: "Outlook is being moved to the new tenant until Thursday" },
    NOW - MINUTE,
  );
  return applyAction(
    broken,
    { ...mark, matches: ({ kind }) => kind === "read-only", until: null, note: "יומן המשרד" },
    NOW - MINUTE,
  );
}

function snoozing(state: AccountState): AccountState {
  return applyAction(state, { action: "snooze-problem", matches: isBroken, until: TOMORROW }, NOW - MINUTE);
}

function isBroken({ kind }: Pick<Finding, "kind">): boolean {
  return kind === "connection-error";
}

function expecting(state: AccountState, wanted: (finding: Finding) => boolean): AccountState {
  return {
    ...state,
    findings: state.findings.map((finding) => ({ ...finding, acknowledged: wanted(finding) })),
  };
}
