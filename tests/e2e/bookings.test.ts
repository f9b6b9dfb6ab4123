import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byRole } from "../support/browsers/control.ts";
import { TELLS_ALL } from "../tells-all.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { openProblem, press } from "./stage/controls.ts";
import { openDetailsIn } from "./stage/details-view.ts";
import { untilIdle } from "./stage/idle.ts";
import { recordsWith } from "./stage/key-watch.ts";
import { askedAbout, BUTTON, book, bookRows, GUEST, listed, ROWS } from "./stage/meanwhile.ts";
import type { Stage } from "./stage/stage.ts";
import { storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

/** Long enough for a job that waits for Cal.com. */
const JOB_MS = 120_000;
const HEADING = " bookings are in no calendar";

/** The popup with the row of the broken connection open. */
async function openBroken({ browser }: Stage): Promise<ExtensionPage> {
  const popup = await browser.openPopup();
  await openProblem(popup, "No access to Google");
  return popup;
}

/** Connects Dana, breaks Google, and lets a check see it. */
async function connectAndBreak(stage: Stage): Promise<void> {
  await connect(stage);
  stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
  await checkNow(stage);
}

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

/** To look at all of them takes half a minute; unit tests hold how that is stopped. */
if (TELLS_ALL)
  story("250 bookings made while a calendar was broken", { scenario: "everyday" }, async (stage, step) => {
    const { cal } = stage;
    await connectAndBreak(stage);
    // Else this would last for minutes, as at Cal.com itself.
    cal.control({ action: "rate-limit", limit: 120, windowMs: 4_000, blockMs: 4_000 });
    for (let booked = 0; booked < 250; booked += 1) book(cal, `Call ${booked}`);
    const refusals = () => cal.requests.filter(({ status }) => status === 429).length;
    const slow = (ms: number) => cal.control({ action: "slow", ms });

    await step("are no longer asked about when the person stops it", async () => {
      slow(300);
      const popup = await openBroken(stage);
      await brings(popup, "Looked at 2 of 200…", () => popup.click(byRole("button", BUTTON)));
      await brings(popup, "Stopped after ", () => popup.click(byRole("button", "Stop")));
      const [, looked] = /Stopped after (\d+) of 200\./.exec(await popup.text()) ?? [];
      expect(await popup.focused()).toEqual({ role: "button", name: BUTTON });
      await popup.close();
      await untilIdle(stage);
      // The one that was under way was given up.
      expect(askedAbout(cal).references - Number(looked)).toBeOneOf([0, 1]);
      expect((await storedStatus(stage)).bookingsChecks).toMatchObject([
        { inNoCalendar: Number(looked), stopped: true, more: true },
      ]);
    });

    await step("nor when the popup is closed", async () => {
      const popup = await openBroken(stage);
      await brings(popup, "Looked at 3 of 200…", () => popup.click(byRole("button", BUTTON)));
      const { references } = askedAbout(cal);
      await popup.close();
      await untilIdle(stage);
      expect(askedAbout(cal).references - references).toBeLessThan(50);
    });

    await step("nor when the browser ends the worker, which is said", async () => {
      const popup = await openBroken(stage);
      await brings(popup, "Looked at 2 of 200…", () => popup.click(byRole("button", BUTTON)));
      await brings(popup, "This was interrupted.", () => stage.browser.stopWorker());
      await popup.close();
    });

    await step(
      "are looked at to the end: two hundred of them, with a wait when Cal.com refuses",
      async () => {
        slow(0);
        await untilIdle(stage);
        const [first, before] = [askedAbout(cal), refusals()];
        const popup = await openBroken(stage);
        const headers = { "X-RateLimit-Reset-Default": "4" };
        await brings(popup, "Cal.com asks to wait ", async () => {
          await popup.click(byRole("button", BUTTON));
          await expect.poll(() => askedAbout(cal).references - first.references).toBeGreaterThan(20);
          cal.control({ action: "server", mode: "rate-limited", path: "/v2/bookings", times: 1, headers });
        });
        await popup.waitForText(`200${HEADING}`, JOB_MS);
        await popup.waitForText("There are more than 200. The last made were looked at.");
        // The first few, and the rest on demand.
        expect(await listed(popup)).toHaveLength(10);
        await popup.click(byRole("button", "190 more"));
        await expect.poll(async () => (await listed(popup)).length).toBe(200);
        await popup.close();
        // It was refused once, when it was meant to be.
        expect(refusals() - before).toBe(1);
        const { lists, references } = askedAbout(cal);
        expect([lists - first.lists, references - first.references]).toEqual([3, 201]);
      },
    );

    await step("are named in no record", async () => {
      await untilIdle(stage);
      for (const secret of [GUEST, "Call 249", "booking502"])
        expect(await recordsWith(stage.browser, secret)).toEqual([]);
      expect((await storedStatus(stage)).bookingsChecks).toMatchObject([{ inNoCalendar: 200, more: true }]);
    });
  });
