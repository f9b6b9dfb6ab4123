import { describe, expect, test } from "vitest";
import { calendar, connection } from "../../../tests/fixtures/answers.ts";
import {
  brokenGoogle,
  google,
  MendingStory,
  REVOKED,
  UNREADABLE,
} from "../../../tests/support/unit/mending-story.ts";
import { failedWith } from "../../../tests/support/unit/world.ts";
import { applyAction } from "../findings/apply-action.ts";
import { mendingsAfterAction, withDismissed } from "./own-acts.ts";

const DAY = 24 * 60;
const well = () => new MendingStory().answer([google(1, "main", "Team")]);
const brokenStory = () => well().answer([brokenGoogle(1)], null);

describe("a mending begins", () => {
  test("with what was checked and where bookings went, when a break is beyond doubt", () => {
    expect(brokenStory().only).toMatchObject({
      credentialId: 1,
      selected: [
        { externalId: "main", primary: true },
        { externalId: "Team", primary: false },
      ],
      destination: { externalId: "main" },
      successor: null,
      removed: false,
      ended: null,
    });
  });

  test("not while it is only suspected", () => {
    const story = well().answer([brokenGoogle(1, UNREADABLE)], null);
    expect(story.mendings).toEqual([]);
    story.answer([brokenGoogle(1, UNREADABLE)], null, 5);
    expect(story.selected).toEqual(["main", "Team"]);
  });

  test("when it was last well is remembered, for the bookings made since", () => {
    const story = well();
    const lastGoodAt = story.now;
    story.answer([brokenGoogle(1, UNREADABLE)], null).answer([brokenGoogle(1, UNREADABLE)], null);
    expect(story.only).toMatchObject({ lastGoodAt, brokenAt: story.now });
  });

  test("when it is gone beyond doubt without a word before", () => {
    const story = well().answer([], null);
    expect(story.mendings).toEqual([]);
    story.answer([], null, 5);
    expect(story.only).toMatchObject({ removed: true, successor: null });
    expect(story.selected).toEqual(["main", "Team"]);
  });

  test("when it was removed and added again between two answers, and something is lost", () => {
    const story = well().answer([google(2, "main")]);
    expect(story.only).toMatchObject({
      credentialId: 1,
      removed: true,
      successor: { credentialId: 2 },
      ended: null,
    });
    expect(story.selected).toEqual(["main", "Team"]);
  });

  test("and ends there and then, when nothing is", () => {
    expect(well().answer([google(2, "main", "Team")]).only).toMatchObject({ ended: "as-before" });
  });

  test("with event types that have a calendar of this app, whatever account it is of", () => {
    const story = well();
    const eventType = (id: number, integration: string) => {
      const own = { integration, externalId: "x" };
      return { id, title: null, destination: own, remembered: own, seenAnswer: 1 };
    };
    story.state.eventTypes = [eventType(7, "google_calendar"), eventType(8, "office365_calendar")];
    story.answer([brokenGoogle(1)], null);
    expect(story.only.eventTypes.map(({ id }) => id)).toEqual([7]);
  });

  test("without what was gone before, and Google's own calendars, which Cal.com lists no more", () => {
    const holidays = calendar("de#holiday@group.v.calendar.google.com");
    const full = google(1, "main", "Team");
    const story = new MendingStory().answer([{ ...full, calendars: [...full.calendars, holidays] }]);
    const less = { ...full, calendars: full.calendars.filter(({ name }) => name !== "Team") };
    story.answer([{ ...less, calendars: [...less.calendars, holidays] }]);
    story.answer([{ ...less, calendars: [...less.calendars, holidays] }]);
    story.answer([brokenGoogle(1)], null);
    expect(story.selected).toEqual(["main"]);
  });
});

describe("while a break stands", () => {
  test("how things were is not overwritten, whatever the answers say", () => {
    const story = brokenStory();
    const begun = structuredClone(story.only);
    story.answer([brokenGoogle(1, UNREADABLE)], null).observe(failedWith({ reason: "offline" }));
    expect(story.only).toEqual(begun);
  });

  test("the connection that stands for it is known, as long as it works", () => {
    const story = brokenStory().answer([brokenGoogle(1), google(2, "main", "Team")], null);
    expect(story.only).toMatchObject({ successor: { credentialId: 2 }, removed: false });
    story.answer([brokenGoogle(1), brokenGoogle(2)], null);
    expect(story.mendings.map(({ credentialId, successor }) => [credentialId, successor])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  test("what stands for it and breaks, too, has to become what the first one was", () => {
    const story = brokenStory().answer([brokenGoogle(1), google(2, "main")], null);
    story.answer([brokenGoogle(1), brokenGoogle(2)], null);
    expect(story.mendings.map(({ selected }) => selected.length)).toEqual([2, 2]);
  });

  test("it is removed once no answer has it, and what then stands for it goes on in its place when it breaks", () => {
    const story = brokenStory().answer([brokenGoogle(1), google(2, "main")], null);
    story.answer([google(2, "main")]);
    expect(story.only).toMatchObject({ credentialId: 1, removed: true, successor: { credentialId: 2 } });
    const { lastGoodAt } = story.only;
    story.answer([brokenGoogle(2)], null);
    expect(story.only).toMatchObject({ credentialId: 2, removed: false, successor: null, lastGoodAt });
    expect(story.selected).toEqual(["main", "Team"]);
  });

  test("a calendar with a new id is followed", () => {
    const story = brokenStory()
      .answer([brokenGoogle(1), google(2, "main")], null)
      .answer([google(2, "main", "Team")]);
    story.mendings = story.mendings.map((one) => ({ ...one, ended: null, endedAt: null }));
    const full = google(2, "main");
    const calendars = full.calendars.map((one) =>
      one.name === "Team" ? { ...one, externalId: "Team2" } : one,
    );
    story.answer([{ ...full, calendars }]);
    expect(story.selected).toEqual(["main", "Team2"]);
  });

  test("it is given up after thirty days in which Cal.com answered, and does not begin again", () => {
    const story = brokenStory();
    for (let day = 0; day < 29; day++) story.answer([brokenGoogle(1)], null, DAY);
    expect(story.only.ended).toBe(null);
    story.answer([brokenGoogle(1)], null, DAY).answer([brokenGoogle(1)], null, DAY);
    expect(story.only.ended).toBe("dismissed");
    story.answer([brokenGoogle(1)], null, DAY);
    expect(story.mendings).toHaveLength(1);
  });
});

describe("it is over", () => {
  test("as soon as it works again and nothing differs", () => {
    const story = brokenStory().answer([google(1, "main", "Team")]);
    expect(story.only).toMatchObject({ ended: "as-before", endedAt: story.now });
  });

  test("not while bookings go elsewhere, even if it works again; breaking once more keeps how it was", () => {
    const story = brokenStory().answer([google(1, "main", "Team")], "Family");
    expect(story.only.ended).toBe(null);
    story.answer([brokenGoogle(1)], null);
    expect(story.only).toMatchObject({ destination: { externalId: "main" }, ended: null });
  });

  test("not while it is only doubted that a calendar is not checked any more", () => {
    const story = brokenStory().answer([brokenGoogle(1), google(2, "main", "Team")], null);
    story.answer([google(2, "main")]);
    expect(story.only.ended).toBe(null);
    story.answer([google(2, "main", "Team")]);
    expect(story.only.ended).toBe("as-before");
  });

  test("not while the old connection is still there", () => {
    const story = brokenStory().answer([brokenGoogle(1), google(2, "main", "Team")]);
    expect(story.only.ended).toBe(null);
  });

  test("and is kept for a day", () => {
    const story = brokenStory().answer([google(1, "main", "Team")]);
    story.answer([google(1, "main", "Team")], "main", DAY - 1);
    expect(story.mendings).toHaveLength(1);
    story.answer([google(1, "main", "Team")], "main", 1);
    expect(story.mendings).toEqual([]);
  });

  test("when the person wants no more of it; it stays out of sight as long as the break stands", () => {
    const story = brokenStory();
    story.mendings = withDismissed(story.mendings, story.only, story.now);
    for (let day = 0; day < 3; day++) story.answer([brokenGoogle(1)], null, DAY);
    expect(story.only.ended).toBe("dismissed");
    story.answer([google(1, "main")], "main").answer([brokenGoogle(1)], null);
    expect(story.only.ended).toBe(null);
    expect(story.selected).toEqual(["main", "Team"]);
  });

  test("twenty are remembered", () => {
    const many = Array.from({ length: 22 }, (_, index) =>
      connection("google_calendar", index + 1, [calendar(`c${index}`)]),
    );
    const gone = many.map((one) => ({
      ...one,
      condition: "broken" as const,
      message: REVOKED,
      calendars: [],
    }));
    const story = new MendingStory().answer(many, "c0").answer(gone, null).answer(gone, null);
    expect(story.mendings.map(({ credentialId }) => credentialId)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 3),
    );
  });
});

describe("what the person does here is how it is to be", () => {
  const name = (externalId: string) => ({ externalId, credentialId: 2, delegationCredentialId: null });
  const acted = (story: MendingStory, action: Parameters<typeof mendingsAfterAction>[1]) =>
    mendingsAfterAction(story.mendings, action, { before: story.state, after: story.state }, story.now);
  const beside = () => brokenStory().answer([brokenGoogle(1), google(2, "main", "Team")], null);

  test("a calendar that is switched off is not to be checked again", () => {
    const [mending] = acted(beside(), { action: "unselect-calendar", ...name("Team") });
    expect(mending?.selected.map(({ externalId }) => externalId)).toEqual(["main"]);
  });

  test("one that is switched on is to be checked", () => {
    const [mending] = acted(beside(), { action: "select-calendar", ...name("Family") });
    expect(mending?.selected.map(({ externalId }) => externalId)).toEqual(["main", "Team", "Family"]);
  });

  test("a connection that is accepted to be gone is not to be mended", () => {
    const story = well().answer([], null).answer([], null);
    const before = story.state;
    const matches = ({ kind }: { kind: string }) => kind === "connection-gone";
    const after = applyAction(before, { action: "acknowledge", matches }, story.now);
    const findings = before.findings.filter(matches);
    const [mending] = mendingsAfterAction(
      story.mendings,
      { action: "acknowledge", findings, until: null },
      { before, after },
      story.now,
    );
    expect(mending?.ended).toBe("dismissed");
  });
});
