import { expect, test } from "vitest";
import { aConnection, accountStateOf, FEED, GOOGLE } from "../../tests/fixtures/account-states.ts";
import type { AccountState, RememberedCalendar } from "../core/model/account-state.ts";
import { type ConnectionId, calendarSubject } from "../core/model/subject.ts";
import { namesIn } from "./history/names.ts";
import { destinationName, plainName, rowName, subjectName } from "./names.ts";

const OUTLOOK = { integration: "office365_calendar", credentialId: 5, delegationCredentialId: null };
const SIDE = { ...GOOGLE, credentialId: 6 };
const asOutlook = { ...OUTLOOK, appName: "Outlook Calendar" };

type Some = Partial<RememberedCalendar>[];
const mailbox = (...externalIds: string[]) =>
  accountStateOf(
    aConnection(
      asOutlook,
      externalIds.map((externalId) => ({ externalId, name: "Calendar", primary: false })) as Some,
    ),
  );
const name = (state: AccountState, of: ConnectionId, externalId: string) =>
  subjectName(state, calendarSubject(of, externalId));

test("a name that no other calendar has stands alone", () => {
  const state = accountStateOf(
    aConnection({}, [{ name: "Family" }]),
    aConnection(asOutlook, [{ name: "Work" }]),
  );
  expect(name(state, GOOGLE, "c0")).toBe("Family");
});

test("two of one name are told apart by their accounts, and where these are the same by their apps", () => {
  const other = (email: string) =>
    accountStateOf(
      aConnection({}, [{ name: "Team", externalId: "a" }]),
      aConnection(asOutlook, [{ name: "Team", externalId: "b", email }]),
    );
  expect(name(other("dana@contoso.example"), GOOGLE, "a")).toBe("Team (in dana@example.com)");
  expect(name(other("dana@contoso.example"), OUTLOOK, "b")).toBe("Team (in dana@contoso.example)");
  expect(name(other("dana@example.com"), GOOGLE, "a")).toBe("Team (in Google Calendar)");
  expect(name(other("dana@example.com"), OUTLOOK, "b")).toBe("Team (in Outlook Calendar)");
});

test("two in one mailbox are told apart by a short part of their ids, from where on these differ", () => {
  const state = mailbox("AAMkAGQ1ZmFkLWVu8f3a21xyAAA=", "AAMkAGQ1ZmFkLWVu77b0c9zzAAA=");
  expect(name(state, OUTLOOK, "AAMkAGQ1ZmFkLWVu8f3a21xyAAA=")).toBe("Calendar (8f3a21…)");
  expect(name(state, OUTLOOK, "AAMkAGQ1ZmFkLWVu77b0c9zzAAA=")).toBe("Calendar (77b0c9…)");
});

test("where the destination moves from one of them to the other, the sentence tells which is which", () => {
  const state = mailbox("one-111111", "two-222222");
  const at = (externalId: string) => ({ ...OUTLOOK, externalId, name: "Calendar" });
  expect(destinationName(state, at("one-111111"))).toBe("Calendar (one-11…)");
  expect(destinationName(state, at("two-222222"))).toBe("Calendar (two-22…)");
});

test("so it does where one of them is in no connection any more", () => {
  const state = mailbox("one-111111");
  const gone = { ...OUTLOOK, externalId: "two-222222", name: "Calendar" };
  state.destination = { remembered: gone, current: { ...gone, externalId: "one-111111" } };
  expect(destinationName(state, gone)).toBe("Calendar (two-22…)");
  expect(name(state, OUTLOOK, "one-111111")).toBe("Calendar (in dana@example.com)");
});

test("of many each has its own", () => {
  const ids = Array.from({ length: 40 }, (_, index) => `c_${index}@group.calendar.google.com`);
  const state = accountStateOf(
    aConnection(
      {},
      ids.map((externalId) => ({ externalId, name: "Team", email: "x" })),
    ),
  );
  const names = ids.map((id) => name(state, GOOGLE, id));
  expect(new Set(names).size).toBe(40);
  expect(names.join()).not.toContain("google.com");
});

test("no part of a feed's link is shown", () => {
  const links = [
    "https://feeds.example.com/u/private-abc123.ics",
    "https://feeds.example.com/u/private-def456.ics",
  ];
  const state = accountStateOf(
    aConnection(
      { ...FEED, appName: "ICS Feed" },
      links.map((externalId) => ({ externalId, name: null, email: null })),
    ),
  );
  const names = links.map((link) => name(state, FEED, link));
  expect(new Set(names).size).toBe(2);
  for (const one of names) {
    expect(one).toMatch(/^feeds\.example\.com \([0-9a-z]{1,6}…\)$/);
    expect(one).not.toMatch(/priv|vate|abc|def|456/);
  }
});

test("of calendars at addresses neither host nor folders are shown", () => {
  const state = mailbox("https://dav.example/secret/83C4/", "https://dav.example/secret/99AB/");
  expect(name(state, OUTLOOK, "https://dav.example/secret/83C4/")).toBe("Calendar (83C4…)");
});

test("one calendar that is there twice has no namesake in itself, unless it is of two accounts", () => {
  const both = (email: string) =>
    accountStateOf(
      aConnection({}, [{ name: "Family" }]),
      aConnection({ ...SIDE }, [{ name: "Family", email }]),
    );
  expect(name(both("dana@example.com"), GOOGLE, "c0")).toBe("Family");
  expect(name(both("side@example.com"), SIDE, "c0")).toBe("Family (in side@example.com)");
  expect(plainName(both("side@example.com"), calendarSubject(SIDE, "c0"))).toBe("Family");
});

test("a row has room for what tells a long name apart", () => {
  const long = "The calendar of everything that is planned";
  const state = accountStateOf(
    aConnection(
      {},
      ["one-111111", "two-222222"].map((externalId) => ({ externalId, name: long })),
    ),
  );
  expect(rowName(state, calendarSubject(GOOGLE, "one-111111"))).toBe("The calendar of eve… (one-11…)");
  expect(name(state, GOOGLE, "one-111111")).toBe(`${long} (one-11…)`);
});

test("so has the history, which keeps 40 characters", () => {
  const long = "The calendar of everything that is planned";
  const state = accountStateOf(
    aConnection(
      {},
      ["one-111111", "two-222222"].map((externalId) => ({ externalId, name: long })),
    ),
  );
  const names = namesIn([state]);
  const told = names.calendar(calendarSubject(GOOGLE, "one-111111"));
  expect(told).toBe("The calendar of everything th… (one-11…)");
  expect(told).toHaveLength(40);
  expect(names.destination({ ...GOOGLE, externalId: "two-222222", name: long })).toMatch(/… \(two-22…\)$/);
});
