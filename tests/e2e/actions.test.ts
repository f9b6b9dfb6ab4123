import { expect } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import type { FakeCal } from "../support/fake-cal/server.ts";
import { findingsIn, isSelectedAt, requestsSince } from "./stage/actions.ts";
import { openRow, pressSwitch, rowOf, waitForSwitch } from "./stage/calendar-row.ts";
import { brings, takesAway } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { press } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { untilBadge } from "./stage/stage.ts";
import { storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

const FAMILY = "family0123@group.calendar.google.com";
const LAUNCHES = "AAMkAGQ1ZmFkLWVu2CCC=";
/** All that has a meaning of its own in an address. */
const ODD = "https://caldav.icloud.com/1/calendars/Ärzte & Co/$1 #2+3%2F/";

const MOVED = 'Bookings moved to "Product launches"';

/** Once a day, half a day from now: at any time of any day that is seven times in the next seven days, and none of them only in part. */
function beBusyDaily(cal: FakeCal, externalId: string): void {
  const fromHour = (new Date().getUTCHours() + 12) % 24;
  const calendars = cal.world.users.flatMap(({ connections }) => connections.flatMap((one) => one.calendars));
  const busy = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromHour, hours: 1 }));
  for (const calendar of calendars) if (calendar.externalId === externalId) calendar.busy = busy;
}

/** What is done from here, on a server that caches nothing. The worker is stopped between any two steps. */
story("putting things right from the popup", { scenario: "lively" }, async (stage, step) => {
  await stage.browser.notifications();
  await connect(stage);
  await untilBadge(stage, "5");
  step.beforeEach(() => stage.browser.stopWorker());

  const state = async () => (await storedStatus(stage)).state;
  const findings = async () => findingsIn(await state());
  const asked = () => stage.cal.requests.length;
  const destination = () => stage.cal.world.users[0]?.destination?.externalId;

  /** Somebody moves the destination in the web app, and a check sees it. */
  async function moveAway(): Promise<void> {
    stage.cal.control({ action: "destination", credentialId: 212, externalId: LAUNCHES });
    await checkNow(stage);
    await expect.poll(findings).toContain("destination-changed");
  }

  await step(
    "checks a calendar for conflicts: one request, and switch, badge and what is said follow",
    async () => {
      const first = asked();
      const popup = await stage.browser.openPopup();
      await popup.waitForText("Family");
      expect((await rowOf(popup, "Family"))?.isChecked).toBe(false);
      await pressSwitch(popup, "Family");
      await waitForSwitch(popup, "Family", true);
      await expect.poll(() => popup.texts("status")).toContain("Family is now checked for conflicts.");
      await popup.close();
      const sent = { integration: "google_calendar", externalId: FAMILY, credentialId: 135 };
      expect(requestsSince(stage.cal, first)).toEqual([{ what: "POST /v2/selected-calendars", sent }]);
      await untilBadge(stage, "4");
    },
  );

  await step("does not any more, which is neither a loss nor news, and is expected", async () => {
    const popup = await stage.browser.openPopup();
    await pressSwitch(popup, "Family");
    await waitForSwitch(popup, "Family", false);
    await popup.close();
    expect(isSelectedAt(stage.cal, FAMILY)).toBe(false);
    await checkNow(stage);
    await untilIdle(stage);
    expect((await stage.browser.badge()).text).toBe("4");
    expect(await findings()).not.toContain("selection-lost");
    expect(await stage.browser.notifications()).toEqual([]);
  });

  await step("sends a name with signs of addresses and other alphabets as it is", async () => {
    const calendar = { credentialId: 301, externalId: ODD, name: "Ärzte & Co" };
    stage.cal.control({ action: "add-calendar", ...calendar });
    await checkNow(stage);
    const first = asked();
    const popup = await stage.browser.openPopup();
    await pressSwitch(popup, calendar.name);
    await waitForSwitch(popup, calendar.name, true);
    expect(isSelectedAt(stage.cal, ODD)).toBe(true);
    await pressSwitch(popup, calendar.name);
    await waitForSwitch(popup, calendar.name, false);
    await popup.close();
    expect(isSelectedAt(stage.cal, ODD)).toBe(false);
    expect(requestsSince(stage.cal, first).map(({ sent }) => sent)).toEqual([
      { integration: "apple_calendar", externalId: ODD, credentialId: 301 },
      { integration: "apple_calendar", externalId: ODD, credentialId: "301" },
    ]);
    await untilIdle(stage);
    expect(await findings()).not.toContain("selection-lost");
  });

  await step("can be done with the keyboard alone, and the focus stays", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Family");
    const isThere = () =>
      popup.evaluate(() => {
        const { activeElement } = document;
        const row = activeElement?.getAttribute("role") === "switch" ? activeElement.closest("li") : null;
        return row?.querySelector(".calendar-name")?.textContent === "Family";
      });
    const isInList = () => popup.evaluate(() => document.activeElement?.closest(".list li") != null);
    // One stop for the whole list: from there on arrows lead.
    for (let presses = 0; presses < 40 && !(await isInList()); presses++) await popup.press("Tab");
    await popup.press("ArrowRight");
    for (let presses = 0; presses < 12 && !(await isThere()); presses++) await popup.press("ArrowDown");
    for (const isChecked of [true, false]) {
      await popup.press("Space");
      await waitForSwitch(popup, "Family", isChecked);
      expect(await isThere()).toBe(true);
      expect(await popup.focused()).toEqual({ role: "switch", name: "Check for conflicts, Family" });
    }
    await popup.close();
  });

  await step("opens a calendar by a click on its name", async () => {
    const popup = await stage.browser.openPopup();
    await brings(popup, "Add bookings here", () => popup.click('.calendar-name[title="Family"]'));
    await popup.close();
  });

  await step(
    "adds bookings to another calendar, which is no change that anybody has to be told of",
    async () => {
      const first = asked();
      const popup = await stage.browser.openPopup();
      await openRow(popup, "Family");
      const pressed = () => press(popup, "Add bookings here", "Family");
      await brings(popup, "Bookings are added to this calendar.", pressed);
      await expect.poll(async () => (await rowOf(popup, "Family"))?.text).toContain("Destination");
      await expect.poll(() => popup.texts("status")).toContain("Bookings are now added to Family.");
      await popup.close();
      const sent = { integration: "google_calendar", externalId: FAMILY };
      expect(requestsSince(stage.cal, first)).toEqual([{ what: "PUT /v2/destination-calendars", sent }]);
      expect(destination()).toBe(FAMILY);
      await checkNow(stage);
      await untilIdle(stage);
      expect(await findings()).not.toContain("destination-changed");
      expect(await stage.browser.notifications()).toEqual([]);
    },
  );

  await step("restores the calendar that somebody else replaced", async () => {
    await moveAway();
    await stage.browser.stopWorker();
    const popup = await stage.browser.openPopup();
    await takesAway(popup, MOVED, () => press(popup, "Put back", MOVED));
    await popup.close();
    await untilIdle(stage);
    expect(destination()).toBe(FAMILY);
    expect(await findings()).not.toContain("destination-changed");
  });

  await step(
    "or keeps the new one, which is set anew: Cal.com may add bookings through another app",
    async () => {
      await moveAway();
      Object.assign(stage.cal.world.users[0]?.destination ?? {}, { credentialId: 135 });
      await stage.browser.stopWorker();
      const first = asked();
      const popup = await stage.browser.openPopup();
      await takesAway(popup, MOVED, () => press(popup, "Keep", MOVED));
      await popup.close();
      await untilIdle(stage);
      const changes = requestsSince(stage.cal, first).filter(({ what }) => !what.startsWith("GET"));
      const sent = { integration: "office365_calendar", externalId: LAUNCHES };
      expect(changes).toEqual([{ what: "PUT /v2/destination-calendars", sent }]);
      await checkNow(stage);
      await untilIdle(stage);
      expect(await findings()).not.toContain("destination-changed");
      expect(destination()).toBe(LAUNCHES);
      expect(stage.cal.world.users[0]?.destination?.credentialId).not.toBe(135);
    },
  );

  await step(
    "says why bookings can't be added to some, with a link where Cal.com's own pages can",
    async () => {
      stage.cal.control({ action: "connect", type: "caldav_calendar", email: "dana@dav.example" });
      await checkNow(stage);
      const popup = await stage.browser.openPopup();
      await openRow(popup, "Clinic rota");
      await popup.waitForText("A feed can only be read, so bookings can't be added to it.");
      await openRow(popup, "dana@dav.example");
      await popup.waitForText("only Cal.com's own pages can set that bookings are added here.");
      const links = await popup.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>(".row-panel a")].map(({ href }) => href),
      );
      expect(links).toEqual(["https://app.cal.com/settings/my-account/calendars"]);
      expect(await popup.text()).not.toContain("Add bookings here");
      await popup.close();
    },
  );

  await step("counts what Cal.com sees in one calendar, and remembers it with its time", async () => {
    const first = asked();
    beBusyDaily(stage.cal, LAUNCHES);
    const popup = await stage.browser.openPopup();
    await openRow(popup, "Product launches");
    const pressed = () => press(popup, "Test reading", "Product launches");
    await brings(popup, "Cal.com saw 7 busy times in the 7 days from then.", pressed);
    await popup.close();
    await untilIdle(stage);
    const [only, ...more] = requestsSince(stage.cal, first);
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      what: "GET /v2/calendars/busy-times",
      sent: { "calendarsToLoad[0][credentialId]": "212", "calendarsToLoad[0][externalId]": LAUNCHES },
    });
    await stage.browser.stopWorker();
    const again = await stage.browser.openPopup();
    await openRow(again, "Product launches");
    await again.waitForText("Cal.com saw 7 busy times in the 7 days from then.");
    await again.close();
  });

  await step("tests all that are checked for conflicts, until it is stopped", async () => {
    const first = asked();
    const popup = await stage.browser.openPopup();
    stage.cal.control({ action: "slow", ms: 1_000 });
    const testAll = () => popup.click(byRole("button", "Test reading of all"));
    await brings(popup, "Testing 2 of 5…", testAll);
    await brings(popup, "Stopped after ", () => popup.click(byRole("button", "Stop")));
    stage.cal.control({ action: "slow", ms: 0 });
    const tested = Number(/Stopped after (\d) of 5\./.exec(await popup.text())?.[1]);
    expect(tested).toBeLessThan(5);
    expect(requestsSince(stage.cal, first)).toHaveLength(tested);
    await brings(popup, "5 calendars can be read.", testAll);
    expect(requestsSince(stage.cal, first)).toHaveLength(tested + 5);
    await popup.close();
  });
});
