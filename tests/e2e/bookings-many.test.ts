import { expect } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { untilIdle } from "./stage/idle.ts";
import { recordsWith } from "./stage/key-watch.ts";
import {
  askedAbout,
  BUTTON,
  book,
  connectAndBreak,
  GUEST,
  HEADING,
  listed,
  openBroken,
} from "./stage/meanwhile.ts";
import { storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";

/** Long enough for a job that waits for Cal.com. */
const JOB_MS = 120_000;

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

  await step("are looked at to the end: two hundred of them, with a wait when Cal.com refuses", async () => {
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
  });

  await step("are named in no record", async () => {
    await untilIdle(stage);
    for (const secret of [GUEST, "Call 249", "booking502"])
      expect(await recordsWith(stage.browser, secret)).toEqual([]);
    expect((await storedStatus(stage)).bookingsChecks).toMatchObject([{ inNoCalendar: 200, more: true }]);
  });
});
