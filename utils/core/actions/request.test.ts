import { expect, test } from "vitest";
import { FEED, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { calendarSubject, connectionSubject } from "../model/subject.ts";
import { type ActionRequest, keyOf, scopeOf } from "./request.ts";

const requested = (type: ActionRequest["type"], more: Partial<ActionRequest> = {}): ActionRequest => ({
  type,
  accountId: "a1",
  ...more,
});

const calendar = (externalId: string) => ({ calendar: calendarSubject(GOOGLE, externalId) });

test("checking a calendar and not checking it are about the same, and are two actions", () => {
  const [select, unselect] = [
    requested("select-calendar", calendar("c0")),
    requested("unselect-calendar", calendar("c0")),
  ];
  expect(scopeOf(select)).toBe(scopeOf(unselect));
  expect(keyOf(select)).not.toBe(keyOf(unselect));
});

test("two calendars are two things, and so are two connections and two accounts", () => {
  const scopes = [
    requested("select-calendar", calendar("c0")),
    requested("select-calendar", calendar("c1")),
    requested("select-calendar", { ...calendar("c0"), accountId: "a2" }),
    requested("test-reading", calendar("c0")),
    requested("reconnect", { connection: connectionSubject(GOOGLE) }),
    requested("reconnect", { connection: connectionSubject(FEED) }),
  ].map(scopeOf);
  expect(new Set(scopes).size).toBe(scopes.length);
});

test("an account has one destination, whatever calendar it is set to and however", () => {
  const ways = [
    requested("set-destination", calendar("c0")),
    requested("set-destination", calendar("c1")),
    requested("restore-destination"),
  ];
  expect(new Set(ways.map(scopeOf)).size).toBe(1);
  expect(new Set(ways.map(keyOf)).size).toBe(3);
  expect(scopeOf(requested("set-destination", { ...calendar("c0"), accountId: "a2" }))).not.toBe(
    scopeOf(requested("set-destination", calendar("c0"))),
  );
});

test("event types are put back one order after the other, and those of other event types are other orders", () => {
  const [one, two] = [
    requested("restore-event-types", { eventTypes: [1] }),
    requested("restore-event-types", { eventTypes: [2] }),
  ];
  expect(scopeOf(one)).toBe(scopeOf(two));
  expect(keyOf(one)).not.toBe(keyOf(two));
  expect(scopeOf(one)).not.toBe(scopeOf(requested("restore-destination")));
});
