import { afterEach, describe, expect, test, vi } from "vitest";
import { quietUntil } from "./quiet-until.ts";

const at = (local: string) => new Date(local).getTime();
const local = (time: number | null) => time && new Date(time).toString().slice(0, 21);
const until = (text: string, now: string) => local(quietUntil(text, at(now)));

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("elsewhere", () => {
  test("it goes by the local time, whatever day it is in Berlin", () => {
    vi.stubEnv("TZ", "Pacific/Auckland");
    expect(until("mon 22:00-07:00", "2026-03-02T23:00")).toBe("Tue Mar 03 2026 07:00");
    vi.stubEnv("TZ", "America/Los_Angeles");
    expect(until("mon 22:00-07:00", "2026-03-02T23:00")).toBe("Tue Mar 03 2026 07:00");
    expect(quietUntil("mon 22:00-07:00", Date.parse("2026-03-03T13:00:00Z"))).toBe(
      Date.parse("2026-03-03T15:00:00Z"),
    );
  });

  test("where clocks are set forward at midnight, a day begins at one", () => {
    vi.stubEnv("TZ", "Africa/Cairo");
    // 24 April 2026, a Friday, has no midnight.
    expect(until("thu 00:00-00:00", "2026-04-23T23:59")).toBe("Fri Apr 24 2026 01:00");
    expect(until("thu,fri 00:00-00:00", "2026-04-23T12:00")).toBe("Sat Apr 25 2026 00:00");
  });

  test("where they are set by half an hour", () => {
    vi.stubEnv("TZ", "Australia/Lord_Howe");
    // From 2:00 to 2:30 on 4 October 2026, a Sunday.
    expect(until("sat 22:00-02:10", "2026-10-04T01:59")).toBe("Sun Oct 04 2026 02:30");
  });

  test("where a whole day was left out, it is quiet until the clock says so", () => {
    vi.stubEnv("TZ", "Pacific/Apia");
    // 30 December 2011, a Friday, did not take place.
    expect(until("thu 22:00-07:00", "2011-12-29T23:00")).toBe("Sat Dec 31 2011 07:00");
    expect(until("fri 22:00-07:00", "2011-12-29T23:00")).toBeNull();
  });
});
