import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { deedsSince, findingsIn, isSelectedAt } from "./stage/actions.ts";
import { openRow, pressSwitch, rowOf, waitForSwitch } from "./stage/calendar-row.ts";
import { press, waitUntilGone } from "./stage/controls.ts";
import { connect, type Stage, setStage, untilBadge } from "./stage/stage.ts";
import { storedStatus } from "./stage/stored.ts";
import { checkNow } from "./stage/time.ts";

const FAMILY = "family0123@group.calendar.google.com";
const LAUNCHES = "AAMkAGQ1ZmFkLWVu2CCC=";
/** All that has a meaning of its own in an address. */
const ODD = "https://caldav.icloud.com/1/calendars/Ärzte & Co/$1 #2+3%2F/";
const ANSWERED_MS = 20_000;

/** What is done from here, on a server that caches nothing. The worker is stopped between any two steps. */
describe("putting things right from the popup", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ scenario: "lively" });
    await stage.browser.notifications();
    await connect(stage);
    await untilBadge(stage, "5");
  });
  afterAll(() => stage?.close());
  beforeEach(() => stage.browser.stopWorker());

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

  it("checks a calendar for conflicts: one request, and switch, badge and what is said follow", async () => {
    const first = asked();
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Family");
    expect((await rowOf(popup, "Family"))?.isChecked).toBe(false);
    await pressSwitch(popup, "Family");
    await waitForSwitch(popup, "Family", true);
    await expect.poll(() => popup.texts("status")).toContain("Family is now checked for conflicts.");
    await popup.close();
    const sent = { integration: "google_calendar", externalId: FAMILY, credentialId: 135 };
    expect(deedsSince(stage.cal, first)).toEqual([{ what: "POST /v2/selected-calendars", sent }]);
    await untilBadge(stage, "4");
  });

  it("does not any more, which is neither a loss nor news", async () => {
    const popup = await stage.browser.openPopup();
    await pressSwitch(popup, "Family");
    await waitForSwitch(popup, "Family", false);
    await popup.close();
    expect(isSelectedAt(stage.cal, FAMILY)).toBe(false);
    await untilBadge(stage, "5");
    await checkNow(stage);
    expect(await findings()).not.toContain("selection-lost");
    expect(await stage.browser.notifications()).toEqual([]);
  });

  it("sends a name with signs of addresses and other alphabets as it is", async () => {
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
    expect(deedsSince(stage.cal, first).map(({ sent }) => sent)).toEqual([
      { integration: "apple_calendar", externalId: ODD, credentialId: 301 },
      { integration: "apple_calendar", externalId: ODD, credentialId: "301" },
    ]);
    expect(await findings()).not.toContain("selection-lost");
  });

  it("can be done with the keyboard alone, and the focus stays", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Family");
    const isThere = () =>
      popup.evaluate(() => {
        const { activeElement } = document;
        const row = activeElement?.getAttribute("role") === "switch" ? activeElement.closest("li") : null;
        return row?.querySelector(".calendar-name")?.textContent === "Family";
      });
    for (let presses = 0; presses < 40 && !(await isThere()); presses++) await popup.press("Tab");
    for (const isChecked of [true, false]) {
      await popup.press("Space");
      await waitForSwitch(popup, "Family", isChecked);
      expect(await isThere()).toBe(true);
      expect(await popup.focused()).toEqual({ role: "switch", name: "Check for conflicts" });
    }
    await popup.close();
  });

  it("adds bookings to another calendar, which is no change that anybody has to be told of", async () => {
    const first = asked();
    const popup = await stage.browser.openPopup();
    await openRow(popup, "Family");
    await press(popup, "Add bookings here", "Family");
    await popup.waitForText("Bookings are added to this calendar.", ANSWERED_MS);
    expect((await rowOf(popup, "Family"))?.text).toContain("Destination");
    expect(await popup.texts("status")).toContain("Bookings are now added to Family.");
    await popup.close();
    const sent = { integration: "google_calendar", externalId: FAMILY };
    expect(deedsSince(stage.cal, first)).toEqual([{ what: "PUT /v2/destination-calendars", sent }]);
    expect(destination()).toBe(FAMILY);
    await checkNow(stage);
    expect(await findings()).not.toContain("destination-changed");
    expect(await stage.browser.notifications()).toEqual([]);
  });

  it("restores the calendar that somebody else replaced", async () => {
    await moveAway();
    await stage.browser.stopWorker();
    const popup = await stage.browser.openPopup();
    await press(popup, "Restore", "Bookings now go to");
    await waitUntilGone(popup, 'instead of "Family"');
    await popup.close();
    expect(destination()).toBe(FAMILY);
    expect(await findings()).not.toContain("destination-changed");
  });

  it("or keeps the new one, and asks Cal.com for nothing", async () => {
    await moveAway();
    await stage.browser.stopWorker();
    const first = asked();
    const popup = await stage.browser.openPopup();
    await press(popup, "Keep", "Bookings now go to");
    await waitUntilGone(popup, 'instead of "Family"');
    await popup.close();
    expect(deedsSince(stage.cal, first)).toEqual([]);
    await checkNow(stage);
    expect(await findings()).not.toContain("destination-changed");
    expect(destination()).toBe(LAUNCHES);
  });

  it("says why bookings can't be added to some, with a link where Cal.com's own pages can", async () => {
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
  });

  it("counts what Cal.com sees in one calendar, and remembers it with its time", async () => {
    const first = asked();
    const popup = await stage.browser.openPopup();
    await openRow(popup, "Product launches");
    await press(popup, "Test reading", "Product launches");
    await popup.waitForText("Cal.com saw 10 busy times in the 7 days from then.", ANSWERED_MS);
    await popup.close();
    const [only, ...more] = deedsSince(stage.cal, first);
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      what: "GET /v2/calendars/busy-times",
      sent: { "calendarsToLoad[0][credentialId]": "212", "calendarsToLoad[0][externalId]": LAUNCHES },
    });
    await stage.browser.stopWorker();
    const again = await stage.browser.openPopup();
    await openRow(again, "Product launches");
    await again.waitForText("Cal.com saw 10 busy times in the 7 days from then.");
    await again.close();
  });

  it("tests all that are checked for conflicts, until it is stopped", async () => {
    const first = asked();
    const popup = await stage.browser.openPopup();
    stage.cal.control({ action: "slow", ms: 1_000 });
    await popup.click(byRole("button", "Test reading of all"));
    await popup.waitForText("Testing 2 of 5…", ANSWERED_MS);
    await popup.click(byRole("button", "Stop"));
    await popup.waitForText("Stopped after ", ANSWERED_MS);
    stage.cal.control({ action: "slow", ms: 0 });
    const tested = Number(/Stopped after (\d) of 5\./.exec(await popup.text())?.[1]);
    expect(tested).toBeLessThan(5);
    expect(deedsSince(stage.cal, first)).toHaveLength(tested);
    await popup.click(byRole("button", "Test reading of all"));
    await popup.waitForText("5 calendars can be read.", ANSWERED_MS);
    expect(deedsSince(stage.cal, first)).toHaveLength(tested + 5);
    await popup.close();
  });
});
