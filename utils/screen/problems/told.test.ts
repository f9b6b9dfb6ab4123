import { describe, expect, test } from "vitest";
import { NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken, destination, type Seen } from "../../../tests/fixtures/answers.ts";
import { mendingAfter } from "../../../tests/fixtures/mendings.ts";
import { apple, caldav, google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";
import { headline } from "../headline/headline.ts";
import { problemsView, toldOf } from "./problems-view.ts";

const REVOKED = "Access token expired or revoked";
const toOutlook = destination(outlook, "Calendar");

/** What the headline says above the rows, and what it was told of them. */
function above(...seen: Seen[]) {
  const accounts = [mendingAfter(seen)];
  const told = toldOf(problemsView(accounts, NOW));
  const stored = {
    accounts,
    settings: DEFAULT_SETTINGS,
    chosen: DEFAULT_SETTINGS,
    policy: {},
    unstored: [],
  };
  return { told, ...headline(stored, NOW, told) };
}
/** It lists the same calendar, which is counted once. */
const anotherCaldav = { ...caldav, credentialId: 303 };
const broke = (...connections: (typeof google)[]) => [
  answered(60, [google, outlook, apple, caldav, anotherCaldav], toDana),
  answered(
    5,
    [google, outlook, apple, caldav, anotherCaldav].map((one) =>
      connections.includes(one) ? broken(one, REVOKED) : one,
    ),
    toDana,
  ),
];

test("one problem is the headline itself, with how many calendars are checked", () => {
  expect(above(...broke(outlook))).toMatchObject({
    told: { problems: 1, only: "No access to Outlook" },
    mood: "error",
    text: "No access to Outlook",
    sub: "6 of 8 checked for conflicts.",
  });
});

test("one problem is so with all that rests on it", () => {
  const seen = [
    answered(60, [google, outlook], toDana),
    answered(5, [broken(google, REVOKED), outlook], toDana),
  ];
  const [card] = problemsView([mendingAfter(seen)], NOW).cards;
  expect(card?.effects).toHaveLength(1);
  expect(above(...seen)).toMatchObject({ told: { problems: 1 }, text: "No access to Google" });
});

test("of several it counts the rows", () => {
  const { told, text } = above(...broke(google, outlook, apple, caldav, anotherCaldav));
  expect([told.only, text]).toEqual([null, `${told.problems} problems`]);
  expect(told.problems).toBe(5);
});

describe("what works again", () => {
  const mended = [
    answered(60, [google, outlook], toDana),
    answered(45, [broken(google, REVOKED), outlook], toOutlook),
  ];

  test("is a problem with what rests on it, and called what it is", () => {
    expect(above(...mended, answered(15, [google, outlook], toOutlook))).toMatchObject({
      told: { problems: 1, only: "Google works again, but not everything is as it was" },
      text: "Google works again, but not everything is as it was",
    });
  });

  test("counts beside others", () => {
    const { told, text } = above(...mended, answered(15, [google, broken(outlook, REVOKED)], toOutlook));
    expect([told.problems, text]).toEqual([2, "2 problems"]);
  });

  test("is none while nothing rests on it", () => {
    const { cards, mendings } = problemsView(
      [mendingAfter([...mended, answered(15, [google, outlook], toOutlook)])],
      NOW,
    );
    const alone = mendings.map((one) => ({ ...one, effects: [] }));
    expect(toldOf({ cards, mendings: alone })).toEqual({ problems: 0, only: null });
  });
});

test("what is only worth a look is not counted beside a problem, and alone leaves all working", () => {
  const seen = [
    answered(60, [google, outlook], toDana),
    answered(5, [googleFlagged, broken(outlook, REVOKED)], toDana),
  ];
  expect(above(...seen)).toMatchObject({
    told: { problems: 1 },
    mood: "error",
    text: "No access to Outlook",
  });
  expect(above(answered(5, [googleFlagged], toDana))).toMatchObject({
    told: { problems: 0, only: null },
    mood: "ok",
    text: "All 7 calendars are working",
  });
});

test("a suspicion alone is no problem yet", () => {
  const odd = broken(outlook, "Could not get connected calendars");
  expect(above(answered(60, [google, outlook], toDana), answered(5, [google, odd], toDana))).toMatchObject({
    told: { problems: 0, only: null },
    mood: "waiting",
    text: "Checking again",
  });
});
