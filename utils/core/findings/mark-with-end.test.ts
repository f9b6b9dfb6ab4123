import fc from "fast-check";
import { describe, expect, it, test, vi } from "vitest";
import {
  BOTH,
  calendar,
  danas,
  google,
  primary,
  REVOKED_212,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { Story } from "../../../tests/support/unit/story.ts";
import { DAY, HOUR, MINUTE } from "../time.ts";
import type { Matches } from "./apply-action.ts";
import { summariseForBadge } from "./badge-summary.ts";

// A busy machine may take its time for so many stories.
vi.setConfig({ testTimeout: 60_000 });

const all: Matches = () => true;
const isError: Matches = ({ kind }) => kind === "connection-error";
const badge = ({ state, now }: Story) => summariseForBadge([state], "notice", now).badge;
const toldKinds = ({ told }: Story) => told.map(({ kind }) => kind);
const errorOf = ({ state }: Story) => state.findings.find(({ kind }) => kind === "connection-error");

/** Marks what stands, until some time from now. */
function expectFor(story: Story, ms: number, note: string | null = null): Story {
  story.do({ action: "acknowledge", matches: all, until: story.now + ms, note });
  return story;
}

describe("a mark with an end", () => {
  it("keeps quiet until then, and counts again from then on", () => {
    const story = expectFor(Story.after(BOTH, REVOKED_212), DAY, "Dana is back on Monday");
    expect(badge(story)).toBe("");
    expect(errorOf(story)).toMatchObject({ acknowledged: true, note: "Dana is back on Monday" });
    story.wait(DAY - HOUR).answer(REVOKED_212);
    expect(badge(story)).toBe("");
    story.answer(REVOKED_212);
    expect(badge(story)).toBe("1");
    expect(errorOf(story)).toMatchObject({ acknowledged: false, acknowledgedUntil: null, note: null });
  });

  it("is no news at its end when it was told before", () => {
    const story = expectFor(Story.after(BOTH, REVOKED_212), DAY);
    story.wait(DAY).answer(REVOKED_212);
    expect(badge(story)).toBe("1");
    expect(toldKinds(story)).toEqual([]);
  });

  it("is news at its end when it became so meanwhile, once", () => {
    const list = danas(google(135, primary(DANA_WORK), unselected("x")));
    const story = Story.after(list);
    story.do({ action: "acknowledge", matches: all, until: story.now + DAY });
    // What was a notice is a warning now: its calendar became the main one.
    const worse = danas(google(135, unselected("x", { primary: true })));
    story.answer(worse);
    expect(toldKinds(story)).not.toContain("not-selected");
    story.wait(DAY).answer(worse);
    expect(toldKinds(story)).toContain("not-selected");
    story.answer(worse);
    expect(toldKinds(story)).toEqual([]);
  });

  it("ends with its finding where marks do: one that comes anew is news", () => {
    const story = expectFor(Story.after(BOTH, REVOKED_212), 7 * DAY);
    story.answer(BOTH);
    story.answer(REVOKED_212);
    expect(toldKinds(story)).toEqual(["connection-error"]);
    expect(badge(story)).toBe("1");
  });

  it("comes back with a finding that its connection had covered, and ends all the same", () => {
    const list = danas(google(135, primary(DANA_WORK), unselected("x")));
    const story = expectFor(Story.after(list), DAY, "on purpose");
    story.answer(danas(google(135, primary(DANA_WORK))));
    story.answer(list);
    expect(story.state.findings[0]).toMatchObject({ acknowledged: true, note: "on purpose" });
    story.wait(DAY).answer(list);
    expect(story.state.findings[0]).toMatchObject({ acknowledged: false, note: null });
    expect(story.state.acknowledgements).toEqual([]);
  });

  it("is never one of what is accepted", () => {
    const lost = danas(google(135, primary(DANA_WORK), unselected("team")));
    const story = Story.after(danas(google(135, primary(DANA_WORK), calendar("team"))), lost, lost);
    expect(story.state.findings.map(({ kind }) => kind)).toContain("selection-lost");
    expectFor(story, DAY, "on purpose");
    const left = story.state.findings.find(({ kind }) => kind === "not-selected");
    expect(left).toMatchObject({ acknowledged: true, acknowledgedUntil: null, note: null });
  });

  it("does not last longer when the clock is set back", () => {
    const story = Story.after(BOTH, REVOKED_212).wait(300 * DAY);
    story.answer(REVOKED_212);
    expectFor(story, DAY);
    story.wait(-300 * DAY).answer(REVOKED_212);
    expect(badge(story)).toBe("");
    story.wait(DAY).answer(REVOKED_212);
    expect(badge(story)).toBe("1");
  });
});

const DANA_WORK = "work@example.com";

test("no mark hides a finding after its end, whatever comes between", () => {
  const step = fc.record({
    gap: fc.integer({ min: 0, max: 3 * 24 * 60 }),
    what: fc.constantFrom("broken", "well", "offline", "mark", "snooze"),
    length: fc.constantFrom(HOUR, DAY, 7 * DAY),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const story = Story.after(BOTH, REVOKED_212);
      for (const { gap, what, length } of steps) {
        story.wait(gap * MINUTE);
        const until = story.now + length;
        if (what === "mark") story.do({ action: "acknowledge", matches: isError, until });
        else if (what === "snooze") story.do({ action: "snooze-problem", matches: isError, until });
        else story.line(what === "offline" ? { network: "offline" } : { status: 200, body: BODIES[what] });
      }
      story.wait(7 * DAY).answer(REVOKED_212);
      expect(badge(story)).toBe("1");
      expect(errorOf(story)?.notified).toEqual(["error"]);
    }),
    { numRuns: 60 },
  );
});

const BODIES = { broken: REVOKED_212, well: BOTH };
