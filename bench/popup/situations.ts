import { stored } from "../../tests/fixtures/account.ts";
import {
  answered,
  broken,
  calendar,
  connection,
  destination,
  type Seen,
} from "../../tests/fixtures/answers.ts";
import { evaluate } from "../../utils/core/findings/evaluate.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { type AccountState, emptyAccountState } from "../../utils/core/model/account-state.ts";
import { ACCOUNTS, keyOf, type StatusRecord, statusOf } from "../../utils/core/model/records.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A popup is 600 px high, and a row 32. */
const ON_A_SCREEN = 15;

/** What is stored when the popup is opened. */
export interface Situation {
  name: string;
  /** Of all accounts together. */
  calendars: number;
  /** Rows that must stand for the first screenful to be there. */
  rows: number;
  /** @param now ms since the epoch; the last answer came a minute before, and no check is due for minutes */
  records(now: number): Record<string, unknown>;
}

export const SITUATIONS: readonly Situation[] = [
  ...[7, 100, 1_000, 10_000].map((calendars) => situation(calendars, 0)),
  ...[7, 100].flatMap((calendars) => [2, 40].map((problems) => situation(calendars, problems))),
  { ...situation(140, 0, 20), name: "20 accounts of 7 calendars" },
];

function situation(calendars: number, problems: number, accounts = 1): Situation {
  return {
    name: `${calendars.toLocaleString("en")} calendars${problems > 0 ? `, ${problems} problems` : ""}`,
    calendars,
    rows: Math.min(calendars, ON_A_SCREEN),
    records: (now) => recordsOf(stateOf(seen(calendars / accounts, problems), now), accounts, now),
  };
}

/** All well, or since the last answers with connections that broke, and others that are gone. */
function seen(calendars: number, problems: number): Seen[] {
  const healthy = connections(calendars);
  const to = destination(healthy[0] ?? connection("google_calendar", 1, []), "Calendar 1");
  const other = Array.from({ length: problems }, (_, index) =>
    connection(index % 2 === 0 ? "google_calendar" : "office365_calendar", 5_000 + index, []),
  );
  const revoked = other
    .filter((_, index) => index % 2 === 0)
    .map((one) => broken(one, "Access token expired or revoked"));
  return [
    answered(60, [...healthy, ...other], to),
    answered(30, [...healthy, ...revoked], to),
    answered(1, [...healthy, ...revoked], to),
  ];
}

function connections(calendars: number) {
  const count = Math.max(3, calendars / 100);
  const each = Math.ceil(calendars / count);
  const types = ["google_calendar", "office365_calendar", "apple_calendar"];
  return Array.from({ length: count }, (_, group) =>
    connection(
      types[group % types.length] ?? "",
      1_000 + group,
      Array.from({ length: Math.min(each, calendars - group * each) }, (_, index) =>
        calendar(`Calendar ${group * each + index + 1}`, {
          primary: index === 0,
          email: `dana${group + 1}@example.com`,
        }),
      ),
    ),
  );
}

function stateOf(all: readonly Seen[], now: number): AccountState {
  return all.reduce(
    (state, { minutesAgo, observation }) =>
      evaluate(state, observation, now - minutesAgo * MINUTE, { intervalMinutes: 30 }).state,
    emptyAccountState(),
  );
}

function recordsOf(state: AccountState, count: number, now: number): Record<string, unknown> {
  const accounts = Array.from({ length: count }, (_, index) => account(index, now));
  const nextCheckAt = now + 25 * MINUTE;
  const records: Record<string, unknown> = {};
  for (const one of accounts) {
    Object.assign(records, stored({ ...state, nextCheckAt }, one));
    const status = records[statusOf(one.id)] as StatusRecord;
    const eventTypesRead = { at: now, goodAt: null, problem: "notOffered", awaited: [] } as const;
    records[statusOf(one.id)] = { ...status, nextCheckAt, eventTypesRead };
    records[keyOf(one.id)] = { version: 1, key: "cal_live_0123456789abcdef" };
  }
  return { ...records, [ACCOUNTS]: { version: 1, accounts } };
}

function account(index: number, now: number): Account {
  return {
    id: `a${index}`,
    label: index === 0 ? null : `Account ${index + 1}`,
    region: "us",
    apiUrl: "https://api.cal.com/v2",
    webUrl: "https://app.cal.com",
    user: { id: index, username: `dana${index}`, email: `dana${index}@example.com`, name: "Dana Lopez" },
    keyIn: "local",
    addedAt: now - 24 * HOUR,
  };
}
