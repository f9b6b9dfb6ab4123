import { afterEach, describe, expect, test, vi } from "vitest";
import { snoozeUntil } from "./snooze-until.ts";

const at = (local: string) => new Date(local).getTime();
const local = (time: number) => new Date(time).toString().slice(4, 21);

afterEach(() => {
  vi.unstubAllEnvs();
});

test("an hour is an hour, and a week seven days, also when the clocks change in it", () => {
  const now = at("2026-03-28T20:30");
  expect(snoozeUntil("hour", now) - now).toBe(3_600_000);
  expect(snoozeUntil("week", now) - now).toBe(7 * 86_400_000);
});

describe("tomorrow is the next 8:00 that is at least 4 hours away", () => {
  test.each([
    ["2026-03-04T14:05", "Mar 05 2026 08:00"],
    ["2026-03-04T23:59", "Mar 05 2026 08:00"],
    ["2026-03-05T00:00", "Mar 05 2026 08:00"],
    ["2026-03-05T00:01", "Mar 05 2026 08:00"],
    ["2026-03-05T03:59", "Mar 05 2026 08:00"],
    ["2026-03-05T04:00", "Mar 05 2026 08:00"],
    ["2026-03-05T04:01", "Mar 06 2026 08:00"],
    ["2026-03-05T07:59", "Mar 06 2026 08:00"],
    ["2026-03-05T08:00", "Mar 06 2026 08:00"],
    ["2026-12-31T12:00", "Jan 01 2027 08:00"],
    ["2028-02-28T12:00", "Feb 29 2028 08:00"],
  ])("at %s it is %s", (now, until) => {
    expect(local(snoozeUntil("tomorrow", at(now)))).toBe(until);
  });

  // Clocks go from 2 to 3 on 29 March, and from 3 to 2 on 25 October.
  test.each([
    ["2026-03-28T12:00", "Mar 29 2026 08:00", 19],
    ["2026-03-29T01:00", "Mar 29 2026 08:00", 6],
    ["2026-03-29T12:00", "Mar 30 2026 08:00", 20],
    ["2026-10-24T12:00", "Oct 25 2026 08:00", 21],
    ["2026-10-25T04:00", "Oct 25 2026 08:00", 4],
    ["2026-10-25T04:01", "Oct 26 2026 08:00", 28 - 1 / 60],
  ])("also around a change of the clocks: at %s it is %s, %d hours away", (now, until, hours) => {
    const end = snoozeUntil("tomorrow", at(now));
    expect(local(end)).toBe(until);
    expect((end - at(now)) / 3_600_000).toBeCloseTo(hours);
  });

  test("where the morning comes late, too", () => {
    vi.stubEnv("TZ", "Pacific/Auckland");
    expect(local(snoozeUntil("tomorrow", at("2026-04-04T23:00")))).toBe("Apr 05 2026 08:00");
  });
});
