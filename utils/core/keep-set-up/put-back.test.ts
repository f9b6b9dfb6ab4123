import { describe, expect, it } from "vitest";
import {
  type Cal,
  DANA,
  FAMILY,
  GOOGLE,
  HOME,
  LAUNCHES,
  OUTLOOK,
  threeApps,
  twoApps,
  WORK,
} from "../../../tests/support/unit/three-apps.ts";
import { Browser } from "../../../tests/support/unit/two-browsers.ts";
import { applicable, applyAction } from "../findings/apply-action.ts";
import { DESTINATION } from "../model/subject.ts";
import { DAY, HOUR } from "../time.ts";

const MINUTES = 60;

/** A browser that has seen all well. */
async function watching(cal: Cal): Promise<Browser> {
  const browser = new Browser(cal);
  await browser.check();
  cal.wait(30 * MINUTES);
  return browser;
}

async function checks(cal: Cal, browser: Browser, times: number, every = 2 * MINUTES): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    cal.wait(every);
    await browser.check();
  }
}

const outlookFails = (cal: Cal) => cal.happen("break", { credentialId: OUTLOOK, how: "failing" });
const outlookWorks = (cal: Cal) => cal.happen("mend", { credentialId: OUTLOOK });

/** Outlook, which bookings go to, fails for one check, and works again. */
async function hiccup(cal: Cal, browser: Browser): Promise<void> {
  outlookFails(cal);
  await browser.check();
  expect(cal.bookings).toBe(DANA);
  outlookWorks(cal);
  cal.wait(MINUTES);
}

const wrote = (browser: Browser) => browser.writes.map(({ what }) => what);

describe("bookings that Cal.com sends elsewhere", () => {
  it("go back as soon as their calendar works again, and once", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    await hiccup(cal, browser);
    await browser.check();
    expect(cal.bookings).toBe(WORK);
    await checks(cal, browser, 5);
    expect(wrote(browser)).toEqual(["destination"]);
    expect(browser.automatic.rewrite).toBeNull();
  });

  it("go back after a long break, too, and not before it is over", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    outlookFails(cal);
    await checks(cal, browser, 20);
    expect(wrote(browser)).toEqual([]);
    outlookWorks(cal);
    await checks(cal, browser, 2);
    expect(cal.bookings).toBe(WORK);
    expect(wrote(browser)).toEqual(["destination"]);
  });

  it("go back when they went nowhere first, and then to another calendar of the same app", async () => {
    const cal = twoApps(FAMILY);
    const browser = await watching(cal);
    cal.happen("break", { credentialId: GOOGLE, how: "revoked" });
    await browser.check();
    expect(cal.bookings).toBe("");
    cal.happen("mend", { credentialId: GOOGLE });
    await checks(cal, browser, 1);
    expect(cal.bookings).toBe(FAMILY);
    expect(wrote(browser)).toEqual(["destination"]);
  });

  it("are left alone when they came back by themselves", async () => {
    const cal = twoApps(DANA);
    const browser = await watching(cal);
    cal.happen("break", { credentialId: GOOGLE, how: "revoked" });
    await browser.check();
    cal.happen("mend", { credentialId: GOOGLE });
    await checks(cal, browser, 3);
    expect(cal.bookings).toBe(DANA);
    expect(wrote(browser)).toEqual([]);
  });

  it("wait until nothing is in doubt", async () => {
    const cal = threeApps(WORK);
    const browser = await watching(cal);
    outlookFails(cal);
    await browser.check();
    expect(cal.bookings).toBe(HOME);
    outlookWorks(cal);
    cal.happen("break", { credentialId: GOOGLE, how: "failing" });
    await checks(cal, browser, 1);
    expect(wrote(browser)).toEqual([]);
    cal.happen("mend", { credentialId: GOOGLE });
    await checks(cal, browser, 1);
    expect(wrote(browser)).toEqual(["destination"]);
  });

  it("wait for that after a break that is beyond doubt, too", async () => {
    const cal = threeApps(WORK);
    const browser = await watching(cal);
    outlookFails(cal);
    await checks(cal, browser, 5);
    outlookWorks(cal);
    cal.happen("break", { credentialId: GOOGLE, how: "failing" });
    await checks(cal, browser, 1);
    expect(wrote(browser)).toEqual([]);
    cal.happen("mend", { credentialId: GOOGLE });
    await checks(cal, browser, 1);
    expect(wrote(browser)).toEqual(["destination"]);
  });

  it("are not put where they can't be added", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    cal.happen("read-only", { externalId: WORK });
    await hiccup(cal, browser);
    await checks(cal, browser, 5);
    expect(wrote(browser)).toEqual([]);
  });

  it("are put back three times a day at most", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    for (const time of [1, 2, 3, 4]) {
      await hiccup(cal, browser);
      await checks(cal, browser, 2);
      expect(cal.bookings).toBe(time <= 3 ? WORK : DANA);
    }
    cal.wait(DAY / 1000);
    await browser.check();
    expect(cal.bookings).toBe(WORK);
    expect(wrote(browser)).toHaveLength(4);
  });

  it("wait for a day at most when the clock is set back by years", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    for (const _ of [1, 2, 3]) {
      await hiccup(cal, browser);
      await checks(cal, browser, 2);
    }
    cal.wait((-400 * DAY) / 1000);
    await browser.check();
    await hiccup(cal, browser);
    await checks(cal, browser, 2);
    expect(cal.bookings).toBe(DANA);
    cal.wait((25 * HOUR) / 1000);
    await browser.check();
    expect(cal.bookings).toBe(WORK);
  });

  it("are tried once, whatever comes of it", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    await hiccup(cal, browser);
    cal.refuses = true;
    await checks(cal, browser, 5);
    cal.refuses = false;
    await checks(cal, browser, 5);
    expect(cal.bookings).toBe(DANA);
    expect(wrote(browser)).toEqual(["destination"]);
    expect(browser.state.findings.map(({ kind }) => kind)).toContain("destination-changed");
  });
});

describe("a moved calendar", () => {
  it("is checked again, and once", async () => {
    const cal = twoApps(DANA);
    const browser = await watching(cal);
    cal.happen("change-id", { externalId: LAUNCHES, newId: "DDD=" });
    await checks(cal, browser, 2);
    expect(wrote(browser)).toEqual([]);
    await checks(cal, browser, 6);
    expect(cal.selected).toContain("DDD=");
    expect(wrote(browser)).toEqual(["calendar"]);
  });

  it("is tried once, whatever comes of it", async () => {
    const cal = twoApps(DANA);
    const browser = await watching(cal);
    cal.happen("change-id", { externalId: LAUNCHES, newId: "DDD=" });
    cal.refuses = true;
    await checks(cal, browser, 8);
    expect(wrote(browser)).toEqual(["calendar"]);
    expect(browser.state.findings.map(({ kind }) => kind)).toContain("calendar-moved");
  });

  it("gets its bookings back, too", async () => {
    const cal = twoApps(LAUNCHES);
    const browser = await watching(cal);
    cal.happen("change-id", { externalId: LAUNCHES, newId: "DDD=" });
    await checks(cal, browser, 8);
    expect(cal.selected).toContain("DDD=");
    expect(cal.bookings).toBe("DDD=");
    expect(wrote(browser)).toEqual(["calendar", "destination"]);
  });

  it("stays as it is once the person has unchecked it", async () => {
    const cal = twoApps(DANA);
    const browser = await watching(cal);
    cal.happen("change-id", { externalId: LAUNCHES, newId: "DDD=" });
    await checks(cal, browser, 8);
    cal.happen("unselect", { externalId: "DDD=" });
    await checks(cal, browser, 8);
    expect(cal.selected).not.toContain("DDD=");
  });
});

describe("what is the person's", () => {
  const choose = (cal: Cal, externalId: string) => cal.happen("destination", { externalId });

  it("is a change without a break", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    for (const externalId of [DANA, FAMILY, LAUNCHES, DANA]) {
      choose(cal, externalId);
      await checks(cal, browser, 3);
      expect(cal.bookings).toBe(externalId);
    }
    expect(wrote(browser)).toEqual([]);
  });

  it("is a change while something else is broken", async () => {
    const cal = threeApps(WORK);
    const browser = await watching(cal);
    cal.happen("break", { credentialId: GOOGLE, how: "revoked" });
    await checks(cal, browser, 2);
    choose(cal, HOME);
    await checks(cal, browser, 3);
    cal.happen("mend", { credentialId: GOOGLE });
    await checks(cal, browser, 3);
    expect(cal.bookings).toBe(HOME);
    expect(wrote(browser)).toEqual([]);
  });

  it("is a change beside the break of where bookings went, also to where Cal.com would have sent them", async () => {
    for (const externalId of [DANA, FAMILY]) {
      const cal = twoApps(WORK);
      const browser = await watching(cal);
      outlookFails(cal);
      choose(cal, externalId);
      await checks(cal, browser, 3);
      outlookWorks(cal);
      await checks(cal, browser, 3);
      expect(cal.bookings).toBe(externalId);
      expect(wrote(browser)).toEqual([]);
    }
  });

  it("is a change after Cal.com's, for good", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    outlookFails(cal);
    await checks(cal, browser, 3);
    choose(cal, FAMILY);
    await checks(cal, browser, 1);
    choose(cal, DANA);
    outlookWorks(cal);
    await checks(cal, browser, 3);
    expect(cal.bookings).toBe(DANA);
    expect(wrote(browser)).toEqual([]);
  });

  it("is what Cal.com wrote, once the person has chosen it as well", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    outlookFails(cal);
    await checks(cal, browser, 3);
    expect(cal.bookings).toBe(DANA);
    choose(cal, FAMILY);
    cal.wait(1);
    choose(cal, DANA);
    outlookWorks(cal);
    await checks(cal, browser, 3);
    expect(cal.bookings).toBe(DANA);
    expect(wrote(browser)).toEqual([]);
  });

  it("is a calendar that was chosen and then broke, though nobody has seen it chosen", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    choose(cal, FAMILY);
    cal.happen("break", { credentialId: GOOGLE, how: "revoked" });
    await browser.check();
    // Where bookings went before works all the time, so Cal.com had no reason to send them elsewhere.
    expect(cal.bookings).toBe("");
    await checks(cal, browser, 3);
    expect(cal.bookings).toBe("");
    expect(wrote(browser)).toEqual([]);
  });

  it("is what was chosen before Cal.com rewrote it", async () => {
    const cal = threeApps(LAUNCHES);
    const browser = await watching(cal);
    choose(cal, WORK);
    await browser.check();
    await hiccupOf(cal, browser);
    await checks(cal, browser, 3);
    expect(cal.bookings).toBe(HOME);
    expect(wrote(browser)).toEqual([]);
  });

  it("may be what somebody else's look brought about: that can't be told apart", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    outlookFails(cal);
    await cal.read();
    await hiccup(cal, browser);
    await checks(cal, browser, 3);
    expect(wrote(browser)).toEqual([]);
  });

  it("is what is marked as expected, for good", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    outlookFails(cal);
    await checks(cal, browser, 4);
    const findings = [{ kind: "destination-changed", subject: DESTINATION } as const];
    browser.state = applyAction(
      browser.state,
      applicable({ action: "acknowledge", findings, until: null }),
      cal.now,
    );
    await checks(cal, browser, 1);
    browser.state = applyAction(browser.state, applicable({ action: "unacknowledge", findings }), cal.now);
    outlookWorks(cal);
    await checks(cal, browser, 3);
    expect(wrote(browser)).toEqual([]);
  });

  it("is another calendar that was asked for here meanwhile", async () => {
    const cal = twoApps(WORK);
    const browser = await watching(cal);
    outlookFails(cal);
    await browser.check();
    const wanted = { integration: "google_calendar", externalId: FAMILY };
    browser.state = applyAction(browser.state, { action: "set-destination", ...wanted }, cal.now);
    outlookWorks(cal);
    await checks(cal, browser, 3);
    expect(wrote(browser)).toEqual([]);
  });

  async function hiccupOf(cal: Cal, browser: Browser): Promise<void> {
    outlookFails(cal);
    await browser.check();
    outlookWorks(cal);
  }
});

describe("two browsers with one account", () => {
  it.each([0, 10_000])("do not undo what the other does (%i ms of cache)", async (cacheMs) => {
    const cal = twoApps(WORK, cacheMs);
    const [one, other] = [await watching(cal), await watching(cal)];
    outlookFails(cal);
    for (const _ of [1, 2, 3, 4]) {
      cal.wait(3 * MINUTES);
      await one.check();
      await other.check();
    }
    outlookWorks(cal);
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      cal.wait(3 * MINUTES);
      await one.check();
      await other.check();
    }
    expect(cal.bookings).toBe(WORK);
    expect(one.writes.length + other.writes.length).toBeGreaterThan(0);
    for (const browser of [one, other]) expect(browser.writes.length).toBeLessThanOrEqual(1);
  });

  it("leave alone what the other one wants, where they know different calendars as the wanted one", async () => {
    const cal = threeApps(WORK);
    const one = await watching(cal);
    cal.happen("destination", { externalId: FAMILY });
    const other = await watching(cal);
    for (const credentialId of [GOOGLE, OUTLOOK]) cal.happen("break", { credentialId, how: "failing" });
    await checks(cal, other, 2);
    for (const credentialId of [GOOGLE, OUTLOOK]) cal.happen("mend", { credentialId });
    for (const _ of [1, 2, 3, 4]) {
      await checks(cal, one, 1);
      await checks(cal, other, 1);
    }
    expect(cal.bookings).toBe(FAMILY);
    expect(wrote(one)).toEqual([]);
    expect(wrote(other)).toEqual(["destination"]);
  });
});
