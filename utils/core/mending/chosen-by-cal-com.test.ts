import { describe, expect, test } from "vitest";
import { calendar, connection } from "../../../tests/fixtures/answers.ts";
import { brokenGoogle, google, MendingStory } from "../../../tests/support/unit/mending-story.ts";
import type { AnsweredCalendar, AnsweredConnection } from "../../cal-api/observation.ts";
import { restorePlan } from "./restore-plan.ts";

const MAIN = "main";
/** Google as it is connected again: Cal.com has chosen its main calendar by itself. */
const anew = (change: Partial<AnsweredConnection> = {}) => ({
  ...google(2, MAIN),
  primaryExternalId: MAIN,
  ...change,
});

/** Of Google only "Team" was checked, it broke, and was connected again. */
function unchecked(connections: AnsweredConnection[], before: Partial<AnsweredConnection> = {}): string[] {
  const first = { ...google(1, "Team"), primaryExternalId: MAIN, ...before };
  const story = new MendingStory().answer([first]).answer([brokenGoogle(1)], null);
  story.answer(connections, null);
  return restorePlan(story.only, story.state).unselect.map(({ externalId }) => externalId);
}

const other = (main: Partial<AnsweredCalendar>, change: Partial<AnsweredConnection> = {}) =>
  connection("google_calendar", 3, [calendar("other"), calendar(MAIN, main)], change);

describe("a main calendar that Cal.com chose by itself", () => {
  test("is not to be checked, as it was not", () => {
    expect(unchecked([anew()])).toEqual([MAIN]);
  });

  test("stays when it is the main one of another account, or Cal.com names none", () => {
    expect(unchecked([anew()], { primaryExternalId: "another" })).toEqual([]);
    expect(unchecked([anew({ primaryExternalId: "another" })])).toEqual([]);
    expect(unchecked([anew({ primaryExternalId: null })], { primaryExternalId: null })).toEqual([]);
  });

  test("stays when the connection works again by itself: then it was chosen by the person", () => {
    expect(unchecked([{ ...google(1, MAIN), primaryExternalId: MAIN }])).toEqual([]);
  });

  test("stays when it is checked through another connection that works, and only then", () => {
    expect(unchecked([anew(), other({})])).toEqual([]);
    expect(unchecked([anew(), other({ isSelected: false })])).toEqual([MAIN]);
    expect(unchecked([anew(), other({}, { condition: "broken", message: "x" })])).toEqual([MAIN]);
    const without = connection("google_calendar", 3, [calendar("other")]);
    expect(unchecked([anew(), without])).toEqual([MAIN]);
  });
});

describe("a calendar that the connection which stands for the old one does not list", () => {
  const less = (change: Partial<AnsweredConnection> = {}) => {
    const full = google(2, MAIN);
    return { ...full, calendars: full.calendars.filter(({ name }) => name !== "Team"), ...change };
  };
  /** "Team" was checked; where it is to be checked now. */
  function places(holder: AnsweredConnection): (number | null)[] {
    const story = new MendingStory().answer([google(1, MAIN, "Team")]).answer([brokenGoogle(1)], null);
    story.answer([less(), holder]);
    return restorePlan(story.only, story.state).select.map(({ credentialId }) => credentialId);
  }
  const holding = (type: string, change: Partial<AnsweredConnection> = {}) =>
    connection(type, 3, [calendar("Team", { isSelected: false })], change);

  test("is checked where another one of the same app lists it", () => {
    expect(places(holding("google_calendar"))).toEqual([3]);
  });

  test("not in one of another app, nor in one that is broken", () => {
    expect(places(holding("office365_calendar"))).toEqual([]);
    expect(places(holding("google_calendar", { condition: "broken", message: "x" }))).toEqual([]);
  });
});
