import { expect, test } from "vitest";
import { MINUTE, NOW } from "../../../tests/fixtures/account.ts";
import { answered, failed, type Seen } from "../../../tests/fixtures/answers.ts";
import { google, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import { formatTime } from "../../copy/format-time.ts";
import { footerText, secondsToWait } from "./footer-text.ts";

const of = (nextCheckAt: number | null, ...seen: Seen[]) =>
  footerText([storedAfter(seen, { nextCheckAt })], NOW);
const at = (minutesAgo: number) => formatTime(NOW - minutesAgo * MINUTE, NOW);
const well = answered(15, [google], toDana);

test("says when Cal.com was asked and is asked next", () => {
  expect(of(NOW + 15 * MINUTE, well)).toMatchObject({
    checked: `Checked ${at(15)}`,
    next: `next about ${at(-15)}`,
  });
});

test("tells an attempt from an answer", () => {
  expect(of(null, well, failed(5, { reason: "offline" }))).toMatchObject({
    checked: `Checked ${at(15)}, tried ${at(5)}`,
    next: null,
  });
  expect(of(null, failed(5, { reason: "offline" })).checked).toBe(`Tried ${at(5)}`);
  expect(of(null).checked).toBe("Not checked yet");
});

test("a check that is overdue comes any moment", () => {
  expect(of(NOW - 1, well).next).toBe("next any moment");
});

test("without key or permission no next check is promised", () => {
  for (const reason of ["no-key", "no-permission"] as const) {
    expect(of(NOW + 15 * MINUTE, well, failed(5, { reason })).next).toBeNull();
  }
});

test("says how long a check waits that comes soon after the last one", () => {
  expect(secondsToWait(NOW - 3_000, NOW)).toBe(12);
  expect(secondsToWait(NOW - 15_000, NOW)).toBe(0);
  expect(secondsToWait(NOW + 60_000, NOW)).toBe(0);
  expect(secondsToWait(null, NOW)).toBe(0);
  expect(of(null, well).lastAttemptAt).toBe(NOW - 15 * MINUTE);
});
