import { expect, it } from "vitest";
import { BOTH } from "../../../tests/fixtures/bodies.ts";
import { Story } from "../../../tests/support/unit/story.ts";
import { summariseForBadge } from "./badge-summary.ts";

const HOUR = 3_600_000;

it("a first try that fails each morning, after ten hours asleep, is nothing, for thirty days", () => {
  const story = Story.after(BOTH);
  for (let day = 0; day < 30; day++) {
    expect(story.wait(10 * HOUR).line({ network: "offline" })).toEqual([]);
    expect(summariseForBadge([story.state], "notice", story.now)).toMatchObject({ overall: "ok", badge: "" });
    for (let time = 0; time < 10; time++) expect(story.wait(HOUR).answer(BOTH)).toEqual([]);
  }
});

it("nor are three such mornings in a row without an answer between them, which take no more than two hours", () => {
  const story = Story.after(BOTH);
  for (let day = 0; day < 3; day++) expect(story.wait(23 * HOUR).line({ network: "offline" })).toEqual([]);
});

it("a morning in which Cal.com can't be reached for more than two hours is something", () => {
  const story = Story.after(BOTH);
  story.wait(10 * HOUR);
  const told = Array.from({ length: 6 }, () => story.line({ network: "offline" }));
  expect(told.slice(0, -1).flat()).toEqual([]);
  expect(told.at(-1)).toEqual(["came warning unreachable"]);
  expect(story.answer(BOTH)).toEqual(["recovered warning unreachable"]);
});
