import { describe, expect, test } from "vitest";
import { broken as brokenEntry, calendar, connection } from "../../../tests/fixtures/answers.ts";
import {
  brokenGoogle,
  google,
  MendingStory,
  REVOKED,
  UNREADABLE,
} from "../../../tests/support/unit/mending-story.ts";
import { stepsOf } from "./steps-of.ts";

const brokenStory = () =>
  new MendingStory().answer([google(1, "main", "Team")]).answer([brokenGoogle(1)], null);

function states(story: MendingStory): string {
  const { connect, remove, restore } = stepsOf(story.only, story.state);
  return [connect.state, remove.state, restore.state].join(" ");
}

describe("the steps", () => {
  test("come one after the other", () => {
    const story = brokenStory();
    expect(states(story)).toBe("next later later");
    story.answer([brokenGoogle(1), google(2, "main", "Team")], null);
    expect(states(story)).toBe("done next later");
    story.answer([google(2, "main")]);
    expect(states(story)).toBe("done done next");
    story.answer([google(2, "main", "Team")]);
    expect(states(story)).toBe("done done done");
  });

  test("are ticked in whatever order they were done elsewhere", () => {
    const story = brokenStory().answer([], null).answer([], null);
    expect(states(story)).toBe("next done later");
    story.answer([google(2, "main")]);
    expect(states(story)).toBe("done done next");
  });

  test("are over when it works again by itself, but for what differs", () => {
    expect(states(brokenStory().answer([google(1, "main", "Team")]))).toBe("done done done");
    expect(states(brokenStory().answer([google(1, "main", "Team")], "Team"))).toBe("done done next");
  });

  test("begin again when what stood for the old one breaks, too: nothing may be removed then", () => {
    const story = brokenStory().answer([brokenGoogle(1), google(2, "main", "Team")], null);
    story.answer([brokenGoogle(1), brokenGoogle(2, UNREADABLE)], null);
    const [first] = story.mendings;
    const steps = first && stepsOf(first, story.state);
    expect(steps).toMatchObject({ connect: { state: "next" }, remove: { state: "later", how: null } });
  });
});

const DELEGATED = { delegationCredentialId: "6b2f" };

describe("each app", () => {
  /** Broken, then connected again beside it. */
  function added(type: string, change: object = {}) {
    const of = (id: number) => connection(type, id, [calendar("main", { primary: true })]);
    const old = { ...of(1), ...change };
    const story = new MendingStory().answer([old], null).answer([brokenEntry(old, REVOKED)], null);
    const [mending] = story.mendings;
    const before = mending && stepsOf(mending, story.state);
    story.answer([brokenEntry(old, REVOKED), of(2)], null);
    return { before, beside: stepsOf(story.only, story.state) };
  }

  test.each([
    ["google_calendar", "add-app", "here"],
    ["office365_calendar", "add-app", "here"],
    ["caldav_calendar", "add-app", "web-app"],
    ["ics-feed_calendar", "add-app", "web-app"],
    ["exchange_calendar", "add-app", "web-app"],
    ["zoho_calendar", "add-app", "web-app"],
  ])("%s is added again, and the old one removed", (type, connect, remove) => {
    const { before, beside } = added(type);
    expect(before).toMatchObject({
      connect: { state: "next", how: connect },
      remove: { state: "later", how: null },
    });
    expect(beside).toMatchObject({ connect: { state: "done" }, remove: { state: "next", how: remove } });
  });

  test("Apple is mended in place: there is nothing to remove, unless another Apple ID was added", () => {
    const { before, beside } = added("apple_calendar");
    expect(before).toMatchObject({ connect: { how: "in-place" }, remove: { state: "notNeeded", how: null } });
    expect(beside).toMatchObject({ remove: { state: "next", how: "here" } });
  });

  test("an organization's is for its administrator, and nothing to remove", () => {
    const { before, beside } = added("google_calendar", { credentialId: -1, ...DELEGATED });
    expect(before).toMatchObject({
      connect: { how: "administrator" },
      remove: { state: "notNeeded", how: null },
    });
    expect(beside).toMatchObject({ remove: { state: "notNeeded", how: null } });
  });
});
