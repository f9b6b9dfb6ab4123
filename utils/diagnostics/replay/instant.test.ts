import { expect, it } from "vitest";
import { readInstant } from "./instant.ts";

it.each([
  ["2026-01-05T09:00:00Z"],
  ["2026-01-05T09:00:00.000Z"],
  ["2026-01-05T09:00Z"],
  ["2026-01-05T10:00:00+01:00"],
  ["2026-01-05T10:00:00+0100"],
  ["2026-01-05T10:00:00+01"],
  ["2026-01-04T23:30:00-09:30"],
  ["2026-01-05t09:00:00z"],
  ["2026-01-05T09:00:00,0Z"],
])("%s is 9 o'clock", (text) => {
  expect(readInstant(text, "at")).toBe(Date.UTC(2026, 0, 5, 9));
});

it("fractions of a second count", () => {
  expect(readInstant("2026-01-05T09:00:14.999Z", "at") - readInstant("2026-01-05T09:00:00Z", "at")).toBe(
    14_999,
  );
  expect(readInstant("2028-02-29T00:00:00Z", "at")).toBe(Date.UTC(2028, 1, 29));
});

it.each([
  ["2026-01-05T09:00:00"],
  ["2026-01-05"],
  ["2026-02-30T09:00:00Z"],
  ["2026-13-01T09:00:00Z"],
  ["2026-00-01T09:00:00Z"],
  ["2026-01-05T24:00:00Z"],
  ["2026-01-05T09:60:00Z"],
  ["2026-01-05T09:00:61Z"],
  ["2026-01-05 09:00:00Z"],
  ["Mon, 05 Jan 2026 09:00:00 GMT"],
  ["2026-01-05T09:00:00Z\n"],
  ["2026-01-05T09:00:00+99:99"],
  [""],
  [1_767_603_600_000],
  [null],
  [undefined],
])("%j is no instant with offset", (value) => {
  expect(() => readInstant(value, "snoozeUntil")).toThrow(/^"snoozeUntil" must be/);
});
