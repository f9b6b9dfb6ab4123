import { expect, test } from "vitest";
import { isEscape } from "./escape.ts";

const press = (change: Partial<KeyboardEvent>) =>
  isEscape({ key: "Escape", isComposing: false, keyCode: 27, ...change } as KeyboardEvent);

test("Escape closes what is open", () => {
  expect(press({})).toBe(true);
});

test.each([
  ["another key", { key: "Enter", keyCode: 13 }],
  ["one that ends a composition", { isComposing: true }],
  ["one that an input method has taken", { keyCode: 229 }],
])("%s closes nothing", (_, change) => {
  expect(press(change)).toBe(false);
});
