import { describe, expect, test } from "vitest";
import type { RateHint } from "../../cal-api/booking.ts";
import { afterAnswer, afterRefusal, FREE, type Pace, waitMs } from "./pace.ts";

const NOW = 1_000_000;
const knows = (known: Partial<RateHint> | null) =>
  afterAnswer(FREE, known && { limit: 120, remaining: 60, resetsAt: NOW + 28_000, ...known }, NOW);

describe("Cal.com's limit", () => {
  test.each<[string, Partial<RateHint>, number]>([
    ["is far", {}, 0],
    ["is nearly reached: the last twenty are for others", { remaining: 20 }, 28_500],
    ["is reached", { remaining: 0 }, 28_500],
    ["is not quite so near", { remaining: 21 }, 0],
    ["begins anew", { remaining: 0, resetsAt: NOW - 500 }, 0],
    ["is higher, of which no more is used", { limit: 500, remaining: 400 }, 28_500],
    ["is higher, and hardly used", { limit: 500, remaining: 450 }, 0],
    ["is not told, but what is left of it", { limit: null, remaining: 21 }, 0],
    ["is not told, and little is left of it", { limit: null, remaining: 5 }, 28_500],
  ])("%s", (_, known, ms) => {
    expect(waitMs(knows(known), NOW)).toBe(ms);
  });

  test("that is not told is kept to by our own count: a hundred in a minute", () => {
    let pace: Pace = FREE;
    let now = NOW;
    let sent = 0;
    for (; now < NOW + 60_000; now += 100) {
      if (waitMs(pace, now) > 0) continue;
      pace = afterAnswer(pace, null, now);
      sent += 1;
    }
    expect(sent).toBe(100);
    expect(waitMs(pace, NOW + 50_000)).toBe(10_000);
    expect(waitMs(pace, NOW + 60_000)).toBe(0);
  });

  test("is waited for from the time that it begins anew, rounded as it is told", () => {
    expect(waitMs(knows({ remaining: 0 }), NOW + 28_400)).toBe(100);
    expect(waitMs(knows({ remaining: 0 }), NOW + 28_500)).toBe(0);
  });
});

describe("a refusal", () => {
  test("is waited for as long as Cal.com asks, and a minute where it does not say", () => {
    expect(waitMs(afterRefusal(FREE, 28, NOW) ?? FREE, NOW)).toBe(28_500);
    expect(waitMs(afterRefusal(FREE, null, NOW) ?? FREE, NOW)).toBe(60_000);
  });

  test("ends the job where it lasts longer than five minutes", () => {
    expect(afterRefusal(FREE, 299, NOW)).not.toBeNull();
    expect(afterRefusal(FREE, 301, NOW)).toBeNull();
  });

  test("ends the job when there are too many", () => {
    let pace: Pace | null = FREE;
    let refusals = 0;
    while (pace !== null && refusals < 50) {
      pace = afterRefusal(afterAnswer(pace, null, NOW), 1, NOW);
      refusals += 1;
    }
    expect(refusals).toBe(6);
  });
});
