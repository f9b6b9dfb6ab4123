import { describe, expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, calendar, connection, destination } from "../../../tests/fixtures/answers.ts";
import { google, toDana } from "../../../tests/fixtures/people.ts";
import type { AnsweredConnection, AnsweredDestination } from "../../cal-api/observation.ts";
import type { AccountState } from "../model/account-state.ts";
import { isKeptInWebApp, isMovedFar } from "./moved-far.ts";

const second = connection("google_calendar", 136, [calendar("Travel")]);
const dav = connection("caldav_calendar", 137, [calendar("Home")]);

/** The person chose the first; bookings go to the second now. */
function moved(from: AnsweredDestination, to: AnsweredDestination): AccountState {
  const all: AnsweredConnection[] = [google, second, dav];
  const before = remember([answered(40, all, from)]);
  const after = remember([answered(40, all, to)]);
  return {
    ...after,
    destination: { ...after.destination, remembered: before.destination.remembered },
  };
}

describe("bookings that go to another calendar than the person chose", () => {
  test("went far when that is one of another connection", () => {
    expect(isMovedFar(moved(toDana, destination(second, "Travel")))).toBe(true);
    expect(isMovedFar(moved(toDana, destination(google, "Family")))).toBe(false);
    expect(isMovedFar(moved(toDana, toDana))).toBe(false);
  });

  test("went nowhere that could be far without one of the two", () => {
    expect(isMovedFar(moved(toDana, { kind: "blank" }))).toBe(false);
    expect(isMovedFar(remember([answered(5, [google])]))).toBe(false);
  });

  test("did not go far where the connection was named by the chosen one's own row", () => {
    const state = moved(toDana, destination(second, "Travel"));
    const { remembered } = state.destination;
    if (remembered === null) throw new Error("nothing was chosen");
    const named = { ...remembered, externalId: "gone", credentialId: 136 };
    expect(isMovedFar({ ...state, destination: { ...state.destination, remembered: named } })).toBe(false);
  });
});

describe("where they are to stay there", () => {
  test("it is chosen from here, as long as Cal.com's routes know the app and it is listed", () => {
    expect(isKeptInWebApp(moved(toDana, destination(second, "Travel")))).toBe(false);
    expect(isKeptInWebApp(moved(toDana, destination(dav, "Home")))).toBe(true);
    const readOnly = { ...second, calendars: [calendar("Travel", { readOnly: true })] };
    const state = moved(toDana, destination(second, "Travel"));
    const { connections } = remember([answered(5, [google, readOnly, dav])]);
    expect(isKeptInWebApp({ ...state, connections })).toBe(true);
  });

  test("nothing has to be chosen where they did not go far", () => {
    expect(isKeptInWebApp(moved(toDana, destination(google, "Family")))).toBe(false);
    expect(isKeptInWebApp(moved(destination(dav, "Home"), destination(dav, "Home")))).toBe(false);
  });
});
