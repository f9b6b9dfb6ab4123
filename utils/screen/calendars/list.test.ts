import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import {
  answered,
  broken,
  calendar,
  connection,
  destination,
  failed,
  failing,
  type Seen,
} from "../../../tests/fixtures/answers.ts";
import { apple, feed, google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter, storedWith } from "../../../tests/fixtures/stored-after.ts";
import * as naming from "../../copy/names.ts";
import { hasNamesakes, listView } from "./list.ts";

function connectionsOf(...seen: Seen[]) {
  return listView([storedAfter(seen)])[0]?.connections ?? [];
}
const flags = (...seen: Seen[]) =>
  Object.fromEntries(
    connectionsOf(...seen)
      .flatMap(({ calendars }) => calendars)
      .map(({ name, flags }) => [name, flags.map(({ word }) => word)]),
  );

test("a calendar carries the words for what holds of it", () => {
  expect(flags(answered(5, [googleFlagged], toDana))).toEqual({
    "dana@example.com": ["Destination", "Primary"],
    "Clinic rota": [],
    Family: [],
    "Team rota": ["Not selected", "Read-only"],
    Building: ["Not selected", "Read-only"],
    "Football fixtures": ["Not selected"],
    "Colleague: Kim": ["Read-only"],
  });
});

test("the calendars of a broken connection are the last known ones", () => {
  const [first, second] = connectionsOf(
    answered(60, [google, outlook], toDana),
    answered(5, [broken(google, "Access token expired or revoked"), outlook], toDana),
  );
  expect(first?.state).toBe("broken");
  expect(first?.calendars.map(({ flags }) => flags.at(-1)?.word)).toEqual([
    "Last known",
    "Last known",
    "Last known",
  ]);
  expect(second?.state).toBe("healthy");
  expect(second?.calendars.some(({ lastKnown }) => lastKnown)).toBe(false);
});

test("a suspected break is looked at again", () => {
  const [, second] = connectionsOf(
    answered(60, [google, outlook], toDana),
    answered(5, [google, broken(outlook, "Could not get connected calendars")], toDana),
  );
  expect(second?.state).toBe("checking");
});

test("names that are missing are told so, and a feed by its host", () => {
  expect(Object.keys(flags(answered(5, [apple, feed])))).toEqual([
    "Home",
    "Unnamed calendar",
    "feeds.example.com",
  ]);
});

test("an app that does not tell what is read-only has a note that says so", () => {
  const notes = connectionsOf(answered(5, [google, apple, feed])).map(({ type, notes }) => [
    type,
    notes.length,
  ]);
  expect(Object.fromEntries(notes)).toEqual({
    google_calendar: 0,
    apple_calendar: 1,
    "ics-feed_calendar": 0,
  });
});

test("calendars that could not be read are counted, not hidden", () => {
  const [only] = connectionsOf(answered(5, [{ ...google, malformedCalendars: 2 }]));
  expect(only?.notes).toEqual(["2 calendars could not be read and are left out."]);
});

test("so are calendars that there was no room for", () => {
  const state = remember([answered(5, [google])]);
  const connections = state.connections.map((one) => ({ ...one, notKept: 1_234 }));
  const [account] = listView([storedWith({ ...state, connections })]);
  expect(account?.connections[0]?.notes).toEqual([
    "1,234 more calendars are not watched, as this browser has no room for them.",
  ]);
});

test("of one calendar that two connections reach, the one that Cal.com names is the destination", () => {
  const shared = (id: number) =>
    connection("google_calendar", id, [calendar("Shared"), calendar(`Own ${id}`)]);
  const rows = connectionsOf(answered(5, [shared(1), shared(2)], destination(shared(2), "Shared")));
  const words = rows.map(({ calendars }) => calendars[0]?.flags.map(({ word }) => word));
  expect(words).toEqual([[], ["Destination"]]);
});

test("where the credential that Cal.com names is out of date, the calendar itself counts", () => {
  const rows = flags(answered(5, [google], destination({ ...google, credentialId: 999 }, "Family")));
  expect(rows.Family).toEqual(["Destination"]);
});

test("a doubt about more takes nothing back that is confirmed", () => {
  const state = remember([
    answered(60, [google, outlook], toDana),
    answered(50, [google, broken(outlook, "Access token expired or revoked")], toDana),
    answered(5, [google], toDana),
  ]);
  const kinds = state.findings.map(({ kind, confirmed }) => [kind, confirmed]);
  expect(kinds).toContainEqual(["connection-error", true]);
  expect(kinds).toContainEqual(["connection-gone", false]);
  const rows = listView([storedWith(state)])[0]?.connections;
  expect(rows?.[1]?.state).toBe("broken");
});

test("a calendar that has disappeared is a last known one, and the others are not", () => {
  const less = { ...google, calendars: google.calendars.slice(0, 2) };
  const [only] = connectionsOf(answered(60, [google], toDana), answered(5, [less], toDana));
  expect(only?.calendars.map(({ lastKnown }) => lastKnown)).toEqual([false, false, true]);
});

test("what is from before is not vouched for", () => {
  const isStale = (...seen: Seen[]) => listView([storedAfter(seen)])[0]?.isStale;
  const well = answered(330, [google], toDana);
  const rejected = { kind: "key-rejected", status: 401, rejection: "invalid" } as const;
  expect(isStale(well)).toBe(false);
  expect(isStale(well, failed(290, { reason: "offline" }))).toBe(false);
  expect(isStale(well, ...failing(300, { reason: "offline" }))).toBe(true);
  expect(isStale(well, failed(290, { reason: "no-key" }))).toBe(true);
  expect(isStale(well, { minutesAgo: 5, observation: rejected })).toBe(true);
});

test("of an account whose record can't be read it says why there is nothing to see", () => {
  const unread = storedAfter([], { bulkAcknowledgeAnswered: false, unreadable: "newer" });
  expect(listView([unread])[0]?.empty).toMatch(/newer version of Calendar Status/);
});

test("one that may work again in a moment is not said to be the old one", () => {
  const doubted = broken(google, "Could not get connected calendars");
  const seen = [
    answered(60, [google], toDana),
    answered(5, [doubted, { ...google, credentialId: 999 }], toDana),
  ];
  const [first] = connectionsOf(...seen);
  expect(first?.state).toBe("checking");
  expect(first?.notes).toEqual([]);
});

test("the old connection says that it is the old one, and shows no calendar that the new one lists", () => {
  const gone = broken(google, "Access token expired or revoked");
  const anew = { ...google, credentialId: 999, calendars: google.calendars.slice(0, 2) };
  const connections = connectionsOf(
    answered(60, [google, outlook], toDana),
    answered(30, [gone, outlook], toDana),
    answered(5, [gone, anew, outlook], toDana),
  );
  const old = connections.find(({ state }) => state === "broken");
  expect(old?.notes).toEqual(["This is the old connection. It has to be removed."]);
  expect(old?.calendars.map(({ name }) => name)).toEqual(["Family"]);
  const names = connections.flatMap(({ calendars }) => calendars.map(({ name }) => name));
  expect(names.filter((name) => name === "dana@example.com")).toHaveLength(1);
});

test("with one feed that is selected, no other one of its connection is said not to be", () => {
  const feeds = (selected: boolean) =>
    connection("ics-feed_calendar", 410, [
      calendar(null, { externalId: "https://one.example/a.ics", isSelected: selected }),
      calendar(null, { externalId: "https://two.example/b.ics", isSelected: false }),
    ]);
  const [along] = connectionsOf(answered(5, [feeds(true)]));
  expect(along?.calendars.map(({ isSelected, isAlong }) => [isSelected, isAlong])).toEqual([
    [true, false],
    [true, true],
  ]);
  expect(along?.calendars.flatMap(({ flags }) => flags)).toEqual([]);
  expect(along?.notes).toEqual([
    "Cal.com checks all feeds of a connection as soon as one of them is selected.",
  ]);
  const [none] = connectionsOf(answered(5, [feeds(false)]));
  expect(none?.calendars.map(({ isSelected }) => isSelected)).toEqual([false, false]);
  expect(none?.notes).toEqual([]);
});

test("calendars of one name are told apart in their rows, once what that needs is loaded", () => {
  const twins = connection("office365_calendar", 212, [
    calendar("Calendar", { externalId: "one-111111" }),
    calendar("Calendar", { externalId: "two-222222" }),
  ]);
  const stored = [storedAfter([answered(5, [twins])])];
  expect(hasNamesakes(stored)).toBe(true);
  expect(hasNamesakes([storedAfter([answered(5, [google, outlook])])])).toBe(false);
  const rows = listView(stored, naming)[0]?.connections[0]?.calendars;
  expect(rows?.map(({ name, label }) => [name, label])).toEqual([
    ["Calendar (one-11…)", "Calendar (one-11…)"],
    ["Calendar (two-22…)", "Calendar (two-22…)"],
  ]);
});
