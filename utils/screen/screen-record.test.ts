import { expect, test } from "vitest";
import type { Screen } from "./screen.ts";
import { type ScreenRecord, screenNow } from "./screen-record.ts";

const screen = { list: { accounts: [], total: 0 } } as unknown as Screen;
const said = { language: "en", direction: "ltr", words: {} };
const HERE = { at: 1_000, utcOffset: 60, language: "en-GB" };
const record: ScreenRecord = { version: 1, ...HERE, said, timed: { screen, until: 2_000 } };

test("is what is drawn until something of it would be said in other words", () => {
  expect(screenNow(record, HERE)).toEqual({ said, screen });
  expect(screenNow(record, { ...HERE, at: 1_999 })).toEqual({ said, screen });
  expect(screenNow(record, { ...HERE, at: 2_000 })).toBeNull();
});

test.each([
  ["in another time zone", { ...HERE, utcOffset: 0 }],
  ["in another language", { ...HERE, language: "de" }],
  ["before it was made, as after a clock was set back", { ...HERE, at: 999 }],
])("is nothing %s", (_, here) => {
  expect(screenNow(record, here)).toBeNull();
});

test.each([
  ["of another version", { ...record, version: 2 }],
  ["of a store that words alone can't show", { ...record, timed: null }],
  ["that makes no sense", "x"],
  ["that is not there", undefined],
  ["without a time", { ...record, at: undefined }],
])("is nothing for a record %s", (_, raw) => {
  expect(screenNow(raw, HERE)).toBeNull();
});
