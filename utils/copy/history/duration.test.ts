import { expect, test } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../../core/time.ts";
import { durationText } from "./duration.ts";

test.each([
  [0, "less than a minute"],
  [29 * SECOND, "less than a minute"],
  [MINUTE, "1 min"],
  [59 * MINUTE + 29 * SECOND, "59 min"],
  [59 * MINUTE + 30 * SECOND, "1 h"],
  [2 * HOUR + 18 * MINUTE, "2 h 18 min"],
  [21.5 * HOUR, "21 h 30 min"],
  [47 * HOUR + 59 * MINUTE, "47 h 59 min"],
  [2 * DAY, "2 days"],
  [3 * DAY + 4 * HOUR + 10 * MINUTE, "3 days 4 h"],
  [3 * DAY + 23.7 * HOUR, "4 days"],
])("%i ms are %s, on one line", (ms, text) => {
  expect(durationText(ms)).toBe(text.replaceAll(" ", "\u00a0"));
});
