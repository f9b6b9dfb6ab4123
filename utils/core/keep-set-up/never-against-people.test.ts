import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  APPLE,
  CALENDARS,
  type Cal,
  GOOGLE,
  OUTLOOK,
  threeApps,
} from "../../../tests/support/unit/three-apps.ts";
import { Browser } from "../../../tests/support/unit/two-browsers.ts";
import { DAY } from "../time.ts";
import { MOST_ACTS } from "./next-act.ts";

// Many runs, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 120_000 });

const step = fc.record({
  what: fc.constantFrom(
    "check",
    "check",
    "check",
    "choose",
    "choose",
    "chooseShown",
    "break",
    "mend",
    "mend",
    "look",
    "select",
    "unselect",
    "drop",
    "bring",
    "newId",
  ),
  browser: fc.constantFrom(0, 1),
  calendar: fc.constantFrom(...CALENDARS),
  credentialId: fc.constantFrom(GOOGLE, OUTLOOK, APPLE),
  how: fc.constantFrom("revoked", "failing"),
  /** Seconds that pass before. */
  pause: fc.constantFrom(1, 5, 20, 60, 301, 1800, 20_000),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(cal: Cal, browsers: readonly Browser[], one: Step): Promise<void> {
  const { what, browser, calendar: externalId, credentialId, how, pause } = one;
  cal.wait(pause);
  switch (what) {
    case "check":
      await browsers[browser % browsers.length]?.check();
      break;
    case "look":
      await cal.read();
      break;
    case "break":
    case "mend":
      cal.happen(what, { credentialId, how });
      break;
    case "newId":
      // Where bookings are to go then is still that calendar, which no browser may have seen yet.
      if (cal.has(externalId) && externalId !== cal.wish)
        cal.happen("change-id", { externalId, newId: `${externalId}-new` });
      break;
    case "chooseShown":
      if (cal.has(cal.bookings)) cal.happen("destination", { externalId: cal.bookings });
      break;
    default:
      if (cal.has(externalId)) cal.happen(what === "choose" ? "destination" : what, { externalId });
  }
}

function mostInADay(browser: Browser): number {
  const times = browser.writes.map(({ at }) => at);
  return Math.max(0, ...times.map((at) => times.filter((other) => other >= at && other - at < DAY).length));
}

describe("what is put back by itself", () => {
  it("is never what the person has chosen, and three things a day at most", async () => {
    let writes = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 40 }),
        fc.constantFrom(...CALENDARS),
        fc.constantFrom(0, 10_000),
        async (steps, bookings, cacheMs) => {
          const cal = threeApps(bookings, cacheMs);
          const browsers = [new Browser(cal), new Browser(cal)];
          for (const browser of browsers) await browser.check();
          for (const one of steps) await take(cal, browsers, one);
          for (const browser of browsers) {
            writes += browser.writes.length;
            const ofDestination = browser.writes.filter(({ what }) => what === "destination");
            expect(ofDestination.map(({ over }) => over)).not.toContain("person");
            expect(ofDestination.filter(({ isAgainstWish }) => isAgainstWish)).toEqual([]);
            expect(mostInADay(browser)).toBeLessThanOrEqual(MOST_ACTS);
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(writes).toBeGreaterThan(0);
  });
});
