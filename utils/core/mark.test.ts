import { expect, test } from "vitest";
import { LONGEST_NOTE, markUntil, noteOf } from "./mark.ts";
import { DAY } from "./time.ts";

test.each([
  ["  until the move is over ", "until the move is over"],
  ["two\n\tlines\u2028here", "two lines here"],
  ["a\u202eb\u2066c\u200f d", "a b c d"],
  ["\u200b \u202e", null],
  ["", null],
])("the note %j is kept on one line, without what turns it around", (typed, kept) => {
  expect(noteOf(typed)).toBe(kept);
});

test("a long note is cut, and not within a character", () => {
  expect(noteOf("x".repeat(LONGEST_NOTE + 1))).toHaveLength(LONGEST_NOTE);
  expect(noteOf(`${"x".repeat(LONGEST_NOTE - 1)}😀`)?.isWellFormed()).toBe(true);
});

test("a mark lasts for a day or a week", () => {
  expect([markUntil("day", 5), markUntil("week", 5)]).toEqual([5 + DAY, 5 + 7 * DAY]);
});
