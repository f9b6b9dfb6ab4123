import { expect, test } from "vitest";
import { waitText } from "./wait-text.ts";

test.each([
  [1, "1 second"],
  [11.2, "12 seconds"],
  [119, "119 seconds"],
  [120, "2 minutes"],
  [121, "3 minutes"],
  [1800, "30 minutes"],
])("%d s are %s", (seconds, text) => {
  expect(waitText(seconds)).toBe(text);
});
