import { describe, expect, test } from "vitest";
import { brokenGoogle, google, MendingStory } from "../../../tests/support/unit/mending-story.ts";
import { mendingOf } from "./find.ts";
import { withDismissed } from "./own-acts.ts";

/** Minutes. */
const DAY = 24 * 60;

/** Google broke, and the person wants no more of it. */
function givenUp(): MendingStory {
  const story = new MendingStory().answer([google(1, "main", "Team")]).answer([brokenGoogle(1)], null);
  story.mendings = withDismissed(story.mendings, story.only, story.now);
  return story;
}

describe("what the person gave up", () => {
  test("is remembered no longer than a day once it works again", () => {
    const story = givenUp().answer([google(1, "main")], "main", DAY - 1);
    expect(story.only.ended).toBe("dismissed");
    expect(story.answer([google(1, "main")], "main", 1).mendings).toEqual([]);
  });

  test("nor once another connection took its place", () => {
    const story = givenUp().answer([google(2, "main")], "main", DAY - 1);
    expect(story.only).toMatchObject({ removed: true, ended: "dismissed" });
    expect(story.answer([google(2, "main")], "main", 1).mendings).toEqual([]);
  });

  test("is remembered as long as it is gone beyond doubt", () => {
    const story = givenUp().answer([], null, DAY).answer([], null, DAY).answer([], null, DAY);
    expect(story.only).toMatchObject({ removed: true, ended: "dismissed" });
  });
});

describe("what is as before", () => {
  test("makes room for a mending of its own when it breaks anew", () => {
    const story = new MendingStory().answer([google(1, "main")]).answer([brokenGoogle(1)], null);
    const first = story.answer([google(1, "main")]).only;
    expect(first.ended).toBe("as-before");
    expect(mendingOf(story.mendings, first)).toBeUndefined();
    story.answer([brokenGoogle(1)], null);
    expect(story.only.brokenAt).toBe(story.now);
    expect(mendingOf(story.mendings, first)).toBe(story.only);
  });

  test("is not remembered from a time to come, when the clock was set back", () => {
    const story = new MendingStory().answer([google(1, "main")]).answer([brokenGoogle(1)], null);
    story.answer([google(1, "main")]);
    expect(story.only.ended).toBe("as-before");
    expect(story.answer([google(1, "main")], "main", -60).mendings).toEqual([]);
  });
});

test("only the mending that is meant is given up, and one that is over stays as it ended", () => {
  const story = new MendingStory().answer([google(1, "main"), google(2, "Team")]);
  story.answer([brokenGoogle(1), brokenGoogle(2)], null);
  const [one, two] = story.mendings;
  if (!one || !two) throw new Error("Two connections broke.");
  const given = withDismissed(story.mendings, two, story.now);
  expect(given.map(({ ended }) => ended)).toEqual([null, "dismissed"]);
  expect(withDismissed(given, two, story.now + 1)).toEqual(given);
});
