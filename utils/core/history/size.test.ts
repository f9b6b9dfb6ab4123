import { expect, test } from "vitest";
import { aConnection, accountStateOf, FEED, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { namesIn } from "../../copy/history/names.ts";
import type { AccountEvent } from "../model/changes.ts";
import { emptyHistory, type History } from "../model/history.ts";
import { calendarSubject, connectionSubject } from "../model/subject.ts";
import { bytesOf } from "./bound-entries.ts";
import { noteDay } from "./days.ts";
import { record } from "./record.ts";

/** What Chrome lets an extension store. */
const QUOTA = 10_485_760;
const ACCOUNTS = 20;
const NOW = Date.parse("2026-03-04T13:05:00Z");
const OUTLOOK = { integration: "office365_calendar", credentialId: 345_678, delegationCredentialId: null };

/** Fills a history through the code that does so, a hundred entries at a time. */
function filled(state: Parameters<typeof noteDay>[1], happening: (index: number) => AccountEvent): History {
  let history = emptyHistory();
  for (let day = 0; day < 30; day++) {
    const hundred = Array.from({ length: 100 }, (_, index) => happening(day * 100 + index));
    const date = new Date(NOW + day * 86_400_000).toISOString().slice(0, 10);
    history = noteDay(
      record(history, hundred, namesIn([state]), NOW + day * 86_400_000),
      state,
      namesIn([state]),
      date,
    );
  }
  return history;
}

test("20 accounts with as many entries as can be, and the longest, stay within four fifths of Chrome's quota", () => {
  const name = "漢".repeat(60);
  const connections = Array.from({ length: 600 }, (_, index) =>
    aConnection(
      {
        credentialId: 100_000_000 + index,
        delegationCredentialId: "6b2f4f0e-6f1d-4f0b-9c35-1d5f6d8f5a10",
        appName: name,
      },
      [{ name, email: name }],
    ),
  );
  const destination = (integration: string) => ({ ...GOOGLE, integration, externalId: "x", name });
  const worst = filled(accountStateOf(...connections), (index) =>
    index % 2 === 0
      ? { what: "destination", from: destination("a"), to: destination("b"), byPerson: true }
      : {
          what: "recovered",
          kind: "selection-lost",
          level: "warning",
          subject: calendarSubject(connections[index % 600] ?? GOOGLE, "c0"),
        },
  );
  expect(worst.entries.length).toBeGreaterThan(500);
  expect(ACCOUNTS * bytesOf({ version: 1, ...worst })).toBeLessThan(0.8 * QUOTA);
});

test("20 accounts with 2,000 ordinary entries each take less than half of Chrome's quota, and keep them all", () => {
  const state = accountStateOf(
    aConnection({}, [
      { name: "dana.lopez@example.com" },
      { name: "Family" },
      { name: "Holidays in the United States" },
    ]),
    aConnection({ ...OUTLOOK, appName: "Outlook Calendar" }, [
      { name: "Calendar", email: "dana@company.example" },
    ]),
    aConnection({ ...FEED, appName: "ICS Feed" }, [{ name: "Team trips", email: null }]),
  );
  const happenings: AccountEvent[] = [
    { what: "came", kind: "connection-error", level: "error", subject: connectionSubject(OUTLOOK) },
    { what: "recovered", kind: "connection-error", level: "error", subject: connectionSubject(OUTLOOK) },
    { what: "came", kind: "selection-lost", level: "warning", subject: calendarSubject(GOOGLE, "c1") },
    { what: "unselected", subject: calendarSubject(GOOGLE, "c1"), byPerson: false },
    {
      what: "destination",
      from: { ...GOOGLE, externalId: "c0", name: null },
      to: { ...OUTLOOK, externalId: "c0", name: "Calendar" },
      byPerson: false,
    },
  ];
  const ordinary = filled(state, (index) => happenings[index % happenings.length] as AccountEvent);
  expect(ordinary.entries).toHaveLength(2_000);
  expect(ACCOUNTS * bytesOf({ version: 1, ...ordinary })).toBeLessThan(0.5 * QUOTA);
});
