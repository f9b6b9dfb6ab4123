import { describe, expect, it } from "vitest";
import {
  BOTH,
  broken,
  DANA,
  danas,
  google,
  outlook,
  primary,
  REVOKED_212,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { Story } from "../../../tests/support/unit/story.ts";
import type { Matches } from "./apply-action.ts";
import { summariseForBadge } from "./badge-summary.ts";

const all: Matches = () => true;
const badge = ({ state, now }: Story) => summariseForBadge([state], "notice", now).badge;
const expectedKinds = ({ state }: Story) =>
  state.findings.filter(({ acknowledged, inhibited }) => acknowledged && !inhibited).map(({ kind }) => kind);

describe("a mark that is taken back", () => {
  it("counts again at once, and is no news, not even when it was never told of", () => {
    const story = Story.after(BOTH, danas(google(135), broken(outlook(212))));
    story.do({ action: "acknowledge", matches: all });
    story.answer(REVOKED_212);
    expect(badge(story)).toBe("");
    story.do({ action: "unacknowledge", matches: all });
    expect(badge(story)).toBe("1");
    story.answer(REVOKED_212);
    expect(story.told).toEqual([]);
  });

  it("is not set again by the next answer, also where marks last", () => {
    const list = danas(google(135, primary(DANA), unselected("x")));
    const story = Story.after(list);
    story.do({ action: "acknowledge", matches: all });
    expect(expectedKinds(story)).toEqual(["not-selected"]);
    story.do({ action: "unacknowledge", matches: all });
    story.answer(list);
    expect(expectedKinds(story)).toEqual([]);
    expect(story.state.acknowledgements).toEqual([]);
  });

  it("is only that of the findings that are meant", () => {
    const list = danas(google(135, primary(DANA), unselected("x"), unselected("y")));
    const story = Story.after(list);
    story.do({ action: "acknowledge", matches: all });
    story.do({
      action: "unacknowledge",
      matches: ({ subject }) => subject.type === "calendar" && subject.externalId === "x",
    });
    expect(expectedKinds(story)).toEqual(["not-selected"]);
    expect(badge(story)).toBe("1");
  });

  it("leaves alone what was never marked", () => {
    const story = Story.after(BOTH, REVOKED_212);
    const before = story.state;
    story.do({ action: "unacknowledge", matches: all });
    expect(story.state).toEqual(before);
  });
});

it("accepting all at once forgets a connection that is gone, and keeps for a while what was said of its calendars", () => {
  const list = (isSelected: boolean) =>
    danas(google(135), outlook(212, primary("o"), unselected("x"), { ...unselected("y"), isSelected }));
  const story = Story.after(list(true), list(false), danas(google(135)));
  story.do({
    action: "acknowledge",
    matches: ({ subject }) => "credentialId" in subject && subject.credentialId === 212,
  });
  expect(story.state.connections.map(({ credentialId }) => credentialId)).toEqual([135]);
  expect(story.state.findings).toEqual([]);
  expect(story.state.acknowledgements).toMatchObject([{ kind: "not-selected" }, { kind: "not-selected" }]);
});
