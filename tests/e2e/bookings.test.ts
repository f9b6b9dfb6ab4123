import { expect } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { press } from "./stage/controls.ts";
import { openDetailsIn } from "./stage/details-view.ts";
import { untilIdle } from "./stage/idle.ts";
import { recordsWith } from "./stage/key-watch.ts";
import {
  askedAbout,
  BUTTON,
  bookRows,
  connectAndBreak,
  GUEST,
  HEADING,
  listed,
  openBroken,
  ROWS,
} from "./stage/meanwhile.ts";
import { storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

story("bookings made while a calendar was broken", { scenario: "everyday" }, async (stage, step) => {
  const { cal } = stage;
  await connectAndBreak(stage);
  bookRows(cal);
  const missing = ROWS.filter(({ why }) => why !== undefined);

  await step("are not asked for by checks, nor by opening the popup", async () => {
    await checkNow(stage);
    const popup = await openBroken(stage);
    await popup.waitForText(BUTTON);
    await popup.close();
    await untilIdle(stage);
    expect(askedAbout(cal)).toEqual({ lists: 0, references: 0 });
  });

  await step("are listed where they are in no calendar, with why and with a link to each", async () => {
    await stage.browser.stopWorker();
    const popup = await openBroken(stage);
    await brings(popup, `${missing.length}${HEADING}`, () => popup.click(byRole("button", BUTTON)));
    const items = await listed(popup);
    expect(items.map(({ title, why }) => [title, why]).sort()).toEqual(
      missing.map(({ title, why }) => [`${title} with ${GUEST}`, why]).sort(),
    );
    for (const { href } of items) expect(href).toMatch(/^https:\/\/app\.cal\.com\/booking\/booking\d+$/);
    await popup.close();
  });

  await step("are counted where they are in one, or where it can't be told, with why it can't", async () => {
    const popup = await openBroken(stage);
    await brings(popup, HEADING, () => popup.click(byRole("button", BUTTON)));
    const text = await popup.text();
    for (const sentence of [
      "2 others are in a calendar.",
      "1 waits for your confirmation",
      "1 was moved to another time.",
      "2 can't be told: Cal.com has noted no try",
      "1 can't be told: what Cal.com has noted of it proves nothing",
    ])
      expect(text).toContain(sentence);
    for (const title of ["Called off", "Of Sam", "Taken"]) expect(text).not.toContain(`${title} with`);
    await popup.close();
  });

  await step("can be added by hand, with links that are asked for one booking alone", async () => {
    const popup = await openBroken(stage);
    await brings(popup, HEADING, () => popup.click(byRole("button", BUTTON)));
    const first = cal.requests.length;
    await brings(popup, "Microsoft Office", () => press(popup, "Add by hand", "Stale with"));
    expect(cal.requests.slice(first).map(({ path }) => path.replace(/booking\d+/, "UID"))).toEqual([
      "/v2/bookings/UID/calendar-links",
    ]);
    const hrefs = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>(".booking-links a")].map(({ href }) => href),
    );
    expect(hrefs.map((href) => new URL(href).host)).toEqual(["calendar.google.com", "outlook.office.com"]);
    await popup.close();
  });

  await step("are remembered as counts, with when that was", async () => {
    await untilIdle(stage);
    expect((await storedStatus(stage)).bookingsChecks).toMatchObject([
      { inNoCalendar: missing.length, inCalendar: 2, unclear: 5, more: false, stopped: false },
    ]);
    const popup = await openBroken(stage);
    await popup.waitForText(`: ${missing.length} in no calendar.`);
    await popup.close();
  });

  await step("are named in no record, in no details, and in no recording", async () => {
    const secrets = [GUEST, "Alex", "alex@example.org", "Refused", "Every week", "booking500"];
    await untilIdle(stage);
    for (const secret of secrets) expect(await recordsWith(stage.browser, secret)).toEqual([]);
    const page = await stage.browser.openPage("options.html#help");
    const details = await openDetailsIn(page);
    await brings(page, "Saved as", () => page.click(byRole("button", "Save recording")));
    await expect.poll(async () => (await stage.browser.downloads()).length).toBeGreaterThan(0);
    const recording = (await stage.browser.downloads()).at(-1)?.text ?? "";
    expect([details, recording].map((text) => text.length > 200)).toEqual([true, true]);
    const texts = `${details}\n${recording}`;
    expect(secrets.filter((secret) => texts.includes(secret))).toEqual([]);
    await page.close();
  });

  await step("can't be told by a token that may not read them, nor by an older server", async () => {
    cal.control({ action: "key", state: "calendars-only" });
    const popup = await openBroken(stage);
    await brings(popup, "This token may not read bookings", () => popup.click(byRole("button", BUTTON)));
    cal.control({ action: "key", state: "valid" });
    cal.control({ action: "older", lacksReferences: true });
    await brings(popup, "This server can't be asked", () => popup.click(byRole("button", BUTTON)));
    cal.control({ action: "older", lacksReferences: false });
    await popup.close();
  });

  await step("can still be asked for when it works again", async () => {
    cal.control({ action: "mend", credentialId: 135 });
    cal.control({ action: "destination", externalId: "dana@example.com", credentialId: 135 });
    await checkNow(stage);
    const popup = await stage.browser.openPopup();
    await popup.waitForText("While Google Calendar was broken");
    await brings(popup, `${missing.length}${HEADING}`, () => popup.click(byRole("button", BUTTON)));
    await popup.close();
  });
});
