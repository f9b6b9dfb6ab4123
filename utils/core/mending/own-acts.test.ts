import { expect, test } from "vitest";
import { brokenGoogle, google, MendingStory } from "../../../tests/support/unit/mending-story.ts";
import type { Performed } from "../model/actions.ts";
import { mendingsAfterAction, withDismissed } from "./own-acts.ts";

const beside = () =>
  new MendingStory()
    .answer([google(1, "main", "Team")])
    .answer([brokenGoogle(1)], null)
    .answer([brokenGoogle(1), google(2, "main", "Team")], null);
const acted = (story: MendingStory, action: Performed) =>
  mendingsAfterAction(story.mendings, action, { before: story.state, after: story.state }, story.now);
const calendar = (externalId: string) => ({ externalId, credentialId: 2, delegationCredentialId: null });

test("a calendar that is checked already stays what it was, and so does one that is known nowhere", () => {
  const story = beside();
  expect(acted(story, { action: "select-calendar", ...calendar("Team") })).toEqual(story.mendings);
  expect(acted(story, { action: "select-calendar", ...calendar("unknown") })).toEqual(story.mendings);
  const alone = new MendingStory().answer([google(1, "main")]).answer([brokenGoogle(1)], null);
  expect(acted(alone, { action: "select-calendar", ...calendar("Team") })).toEqual(alone.mendings);
});

test("one that is switched on is remembered with what it is called", () => {
  const [mending] = acted(beside(), { action: "select-calendar", ...calendar("Family") });
  expect(mending?.selected.at(-1)).toEqual({ externalId: "Family", name: "Family", primary: false });
});

test("other actions change nothing of it", () => {
  const story = beside();
  const destination = {
    action: "set-destination",
    integration: "google_calendar",
    externalId: "Team",
  } as const;
  expect(acted(story, destination)).toEqual(story.mendings);
  expect(acted(story, { action: "keep-destination" })).toEqual(story.mendings);
});

test("what is marked as expected beside a connection that is there, or was, does not end its mending", () => {
  const expected = { action: "acknowledge", findings: [], until: null } as const;
  const story = beside();
  expect(acted(story, expected)).toEqual(story.mendings);
  const gone = new MendingStory()
    .answer([google(1, "main")])
    .answer([], null)
    .answer([], null);
  expect(acted(gone, expected)).toEqual(gone.mendings);
  const removed = beside().answer([google(2, "main")]);
  expect(acted(removed, expected)).toEqual(removed.mendings);
});

test("a mending that is over is not changed any more", () => {
  const story = beside();
  story.mendings = withDismissed(story.mendings, story.only, story.now);
  expect(acted(story, { action: "unselect-calendar", ...calendar("Team") })).toEqual(story.mendings);
  expect(acted(story, { action: "select-calendar", ...calendar("Family") })).toEqual(story.mendings);
});
