import { describe, expect, it } from "vitest";
import {
  BOTH,
  broken,
  danas,
  google,
  outlook,
  REVOKED,
  REVOKED_212,
} from "../../../tests/fixtures/bodies.ts";
import { Story } from "../../../tests/support/unit/story.ts";
import { DAY, HOUR } from "../time.ts";
import type { Matches } from "./apply-action.ts";
import { summariseForBadge } from "./badge-summary.ts";
import { isProblemSnoozed } from "./snoozed.ts";

const isOf =
  (credentialId: number): Matches =>
  ({ kind, subject }) =>
    kind === "connection-error" && "credentialId" in subject && subject.credentialId === credentialId;
const summary = ({ state, now }: Story) => summariseForBadge([state], "notice", now);
const toldOf = ({ told }: Story) => told.map(({ kind, recovered }) => `${kind}${recovered ? " over" : ""}`);

function snooze(story: Story, ms: number): Story {
  story.do({ action: "snooze-problem", matches: isOf(212), until: story.now + ms });
  return story;
}

describe("one problem that is snoozed", () => {
  it("is not on the badge; all else of the account is as it was", () => {
    const story = Story.after(BOTH, REVOKED_212);
    const before = { ...summary(story), next: story.state.nextCheckAt };
    snooze(story, DAY);
    expect({ ...summary(story), next: story.state.nextCheckAt }).toEqual({
      ...before,
      badge: "",
      awake: { overall: "ok", level: null },
    });
    expect(story.state.findings.filter(isProblemSnoozed(story.state, story.now))).toHaveLength(1);
  });

  it("leaves others on the badge, and lets them be told", () => {
    const story = snooze(Story.after(BOTH, REVOKED_212), DAY);
    story.answer(danas(broken(google(135), REVOKED), broken(outlook(212), REVOKED)));
    expect(summary(story)).toMatchObject({ badge: "2", awake: { level: "error" } });
    expect(toldOf(story)).toEqual(["connection-error", "destination-broken"]);
  });

  it("is over at its end, when it was told before", () => {
    const story = snooze(Story.after(BOTH, REVOKED_212), DAY).wait(DAY);
    story.answer(REVOKED_212);
    expect(summary(story).badge).toBe("1");
    expect(story.state.snoozed).toEqual([]);
    expect(toldOf(story)).toEqual([]);
  });

  it("stays so while it is gone and comes back; what is new by then is told after the end", () => {
    const story = snooze(Story.after(BOTH, REVOKED_212), DAY);
    story.answer(BOTH);
    expect(toldOf(story)).toEqual([]);
    story.answer(REVOKED_212);
    expect(toldOf(story)).toEqual([]);
    expect(summary(story).badge).toBe("");
    story.wait(DAY).answer(REVOKED_212);
    expect(toldOf(story)).toEqual(["connection-error"]);
    story.answer(BOTH);
    expect(toldOf(story)).toEqual(["connection-error over"]);
  });

  it("is not told to have recovered after the end, when it did before", () => {
    const story = snooze(Story.after(BOTH, REVOKED_212), HOUR);
    story.answer(BOTH);
    story.wait(DAY).answer(BOTH);
    expect(toldOf(story)).toEqual([]);
  });

  it("counts again when that is taken back, and what is over meanwhile is told when it returns", () => {
    const story = snooze(Story.after(BOTH, REVOKED_212), DAY);
    story.answer(BOTH);
    story.do({ action: "end-snooze-problem", matches: isOf(212) });
    story.answer(REVOKED_212);
    expect(summary(story).badge).toBe("1");
    expect(toldOf(story)).toEqual(["connection-error"]);
  });

  it("can only be one that stands", () => {
    const story = Story.after(BOTH);
    const before = story.state;
    snooze(story, DAY);
    expect(story.state).toEqual(before);
  });

  it("is not quiet for longer than was wanted when the clock is set back", () => {
    const story = Story.after(BOTH, REVOKED_212).wait(300 * DAY);
    story.answer(REVOKED_212);
    snooze(story, DAY).wait(-300 * DAY);
    story.answer(REVOKED_212);
    expect(summary(story).badge).toBe("");
    story.wait(DAY).answer(REVOKED_212);
    expect(summary(story).badge).toBe("1");
  });
});

it("two snoozes of one problem are one: the last word counts", () => {
  const story = snooze(snooze(Story.after(BOTH, REVOKED_212), DAY), HOUR);
  expect(story.state.snoozed).toHaveLength(1);
  expect(story.state.snoozed[0]?.until).toBe(story.now + HOUR);
});
