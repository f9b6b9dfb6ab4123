import { describe, expect, test } from "vitest";
import { calendar, connection } from "../../../tests/fixtures/answers.ts";
import { brokenGoogle, google, MendingStory } from "../../../tests/support/unit/mending-story.ts";
import { restorePlan } from "./restore-plan.ts";

const broken = (...selected: string[]) =>
  new MendingStory().answer([google(1, ...selected)]).answer([brokenGoogle(1)], null);
const planOf = (story: MendingStory) => restorePlan(story.only, story.state);
const ids = (subjects: { externalId: string; credentialId: number | null }[]) =>
  subjects.map(({ credentialId, externalId }) => `${credentialId} ${externalId}`);
const NOTHING = {
  select: [],
  unselect: [],
  destination: null,
  eventTypes: [],
  cannot: [],
  eventTypesUnread: false,
};

describe("calendars", () => {
  test("that were checked and are not any more are checked in the connection that stands for the old one", () => {
    const story = broken("main", "Team", "Family").answer([google(2, "main")]);
    expect(ids(planOf(story).select)).toEqual(["2 Team", "2 Family"]);
    expect(planOf(story).unselect).toEqual([]);
  });

  test("nothing is planned while none stands for it", () => {
    expect(planOf(broken("main", "Team"))).toEqual(NOTHING);
  });

  test("the main one, which Cal.com chose by itself, is not checked if it was not", () => {
    const story = broken("Team").answer([google(2, "main")], null);
    expect(ids(planOf(story).select)).toEqual(["2 Team"]);
    expect(ids(planOf(story).unselect)).toEqual(["2 main"]);
  });

  test("which waits until the old connection is gone: Cal.com may hold the choice twice", () => {
    const story = broken("Team").answer([brokenGoogle(1), google(2, "main", "Team")], null);
    expect(planOf(story).unselect).toEqual([]);
  });

  test("nor if it is checked through another connection, too", () => {
    const shared = connection("google_calendar", 3, [calendar("other"), calendar("main")]);
    const story = broken("Team").answer([google(2, "main"), shared], null);
    expect(planOf(story).unselect).toEqual([]);
  });

  test("that are listed by another connection of the app only are checked there", () => {
    const feeds = (id: number, ...names: string[]) =>
      connection(
        "ics-feed_calendar",
        id,
        names.map((name) => calendar(name, { isSelected: id === 1 })),
      );
    const story = new MendingStory().answer([feeds(1, "a", "b")], null);
    story.answer([{ ...feeds(1), condition: "broken", message: "No primary calendar found" }], null);
    story.answer([feeds(2, "a"), feeds(3, "b")], null);
    expect(ids(planOf(story).select)).toEqual(["2 a", "3 b"]);
  });

  test("that are not listed any more can't be put back", () => {
    const less = google(2, "main");
    const calendars = less.calendars.filter(({ name }) => name !== "Team");
    const story = broken("main", "Team").answer([{ ...less, calendars }]);
    expect(planOf(story).cannot).toEqual([
      { what: "calendar", externalId: "Team", name: "Team", problem: { problem: "calendarGone" } },
    ]);
  });
});

describe("where bookings are added", () => {
  test("is put back when it is another one now, or none", () => {
    for (const elsewhere of ["Family", null]) {
      const story = broken("main").answer([google(2, "main")], elsewhere);
      expect(planOf(story).destination).toMatchObject({ calendar: { credentialId: 2, externalId: "main" } });
    }
  });

  test("stays where it is as it was", () => {
    expect(planOf(broken("main").answer([google(2, "main")]))).toEqual(NOTHING);
  });

  test("can't be put back to a calendar that is read-only, or not there", () => {
    const readOnly = (one: ReturnType<typeof google>) => ({
      ...one,
      calendars: one.calendars.map((each) => ({ ...each, readOnly: each.name === "main" })),
    });
    const story = broken("main").answer([readOnly(google(2, "main"))], "Team");
    expect(planOf(story).cannot).toEqual([
      { what: "destination", name: "main", problem: { problem: "readOnly" } },
    ]);
    const less = google(2, "main");
    const without = { ...less, calendars: less.calendars.filter(({ name }) => name !== "main") };
    const gone = broken("Team").answer([{ ...without, primaryExternalId: "main" }], "Team");
    expect(planOf(gone).cannot).toEqual([
      { what: "destination", name: "main", problem: { problem: "calendarGone" } },
    ]);
  });

  test("of an app that Cal.com's routes don't know is set in the web app", () => {
    const caldav = (id: number) => connection("caldav_calendar", id, [calendar("main"), calendar("Team")]);
    const story = new MendingStory().answer([caldav(1)]);
    story.answer(
      [{ ...caldav(1), condition: "broken", message: "No primary calendar found", calendars: [] }],
      null,
    );
    story.answer([caldav(2)], "Team");
    expect(planOf(story).cannot).toEqual([
      { what: "destination", name: "main", problem: { problem: "webAppOnly" } },
    ]);
  });

  test("is left to the mending of the connection that it is in", () => {
    const outlook = connection("office365_calendar", 9, [calendar("work")]);
    const down = {
      ...outlook,
      condition: "broken" as const,
      message: "No primary calendar found",
      calendars: [],
    };
    const story = new MendingStory().answer([google(1, "main"), outlook], "work");
    story.answer([brokenGoogle(1), down], null).answer([google(2, "main"), down], "main");
    const [ours] = story.mendings.filter(({ credentialId }) => credentialId === 1);
    expect(ours && restorePlan(ours, story.state)).toEqual(NOTHING);
    expect(ours?.ended).toBe("as-before");
  });
});

describe("event types", () => {
  const TEAM = { integration: "google_calendar", externalId: "Team" };
  const own = (destination: object | null, change: object = {}) =>
    ({ id: 7, title: "Intro", destination, remembered: TEAM, seenAnswer: 1, ...change }) as never;
  /** With the answer in which the connection went. */
  const READ = { seenAnswer: 3 };
  /** Its own calendar is Team; then it is as is said. */
  function afterBreak(now: unknown, connections = [google(2, "main", "Team")]): MendingStory {
    const story = new MendingStory().answer([google(1, "main", "Team")]);
    story.state.eventTypes = [own(TEAM)];
    story.answer([brokenGoogle(1)], null);
    story.state.eventTypes = now === undefined ? [] : [now as never];
    return story.answer(connections);
  }

  test("that have lost their own calendar get it back", () => {
    expect(planOf(afterBreak(own(null))).eventTypes).toEqual([{ id: 7, title: "Intro", destination: TEAM }]);
  });

  test("that have it still, or were deleted, are left alone", () => {
    expect(planOf(afterBreak(own(TEAM, READ)))).toEqual(NOTHING);
    expect(planOf(afterBreak(undefined))).toEqual(NOTHING);
  });

  test("have to be read since it broke or went before it is known what they have", () => {
    const story = afterBreak(own(TEAM));
    expect(planOf(story)).toEqual({ ...NOTHING, eventTypesUnread: true });
    expect(story.only.ended).toBe(null);
  });

  test("that the person gave another calendar since are theirs, also when that breaks later", () => {
    const family = { integration: "google_calendar", externalId: "Family" };
    const story = afterBreak(own(family, { remembered: family }));
    expect(planOf(story)).toEqual(NOTHING);
    expect(story.only.eventTypes).toEqual([]);
  });

  test("that the person lets do without are theirs, too", () => {
    expect(planOf(afterBreak(own(null, { remembered: null })))).toEqual(NOTHING);
  });

  test("whose calendar is read-only now, or not listed, can't be put back", () => {
    const full = google(2, "main", "Team");
    const readOnly = full.calendars.map((one) => ({ ...one, readOnly: one.name === "Team" }));
    const what = { what: "eventType", id: 7, title: "Intro" };
    expect(planOf(afterBreak(own(null), [{ ...full, calendars: readOnly }])).cannot).toEqual([
      { ...what, problem: { problem: "readOnly" } },
    ]);
    const less = full.calendars.filter(({ name }) => name !== "Team");
    expect(planOf(afterBreak(own(null), [{ ...full, calendars: less }])).cannot).toContainEqual({
      ...what,
      problem: { problem: "calendarGone" },
    });
  });
});
