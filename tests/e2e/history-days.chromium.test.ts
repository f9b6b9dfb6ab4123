import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byRole } from "../support/browsers/control.ts";
import { poll } from "../support/browsers/poll.ts";
import { brings, takesAway } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { openFold, press } from "./stage/controls.ts";
import { letDayPass, readBars, readEntries } from "./stage/history-list.ts";
import { untilIdle } from "./stage/idle.ts";
import { storedHistory, storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

const GOOGLE = "Google Calendar (dana@example.com)";
const OUTLOOK = "Outlook Calendar (dana@contoso.example)";
const CONNECTED = "You connected this account";
const LOST = "No access to Outlook";
const BROKE = `Error: ${OUTLOOK} broke`;
/** The same once it is over, from begin to end. */
const WAS_BROKEN = expect.stringMatching(/^Error: Outlook Calendar \(.*\) was broken for /);
const MARKED = `You marked as expected: ${OUTLOOK} broke`;
const TAKEN_BACK = `You no longer expect: ${OUTLOOK} broke`;

/** What changed and when, from the first key on. The worker is stopped between any two steps. */
story("the history over days", { scenario: "all-well" }, async (stage, step) => {
  const begun = Date.now();
  await connect(stage);
  await poll("the first answer", async () => (await storedStatus(stage)).state.lastGoodAt);
  step.beforeEach(() => stage.browser.stopWorker());

  async function check() {
    await stage.browser.stopWorker();
    await checkNow(stage);
  }

  async function openHistory(): Promise<ExtensionPage> {
    const page = await stage.browser.openPage("options.html#history");
    await page.waitForText("Last 30 days");
    return page;
  }

  const texts = async (page: ExtensionPage) => (await readEntries(page)).map(({ text }) => text);

  await step("begins with the connected account, and a bar for each connection", async () => {
    const page = await openHistory();
    await expect.poll(() => texts(page)).toEqual([CONNECTED]);
    await expect
      .poll(() => readBars(page))
      .toEqual([
        `${GOOGLE}, day by day: working on 1 of the last 30 days, unknown on 29 days`,
        `${OUTLOOK}, day by day: working on 1 of the last 30 days, unknown on 29 days`,
      ]);
    await page.close();
  });

  await step(
    "writes a break and what was said of it, and then its end in the same entry, on a page that is open",
    async () => {
      const page = await openHistory();
      stage.cal.control({ action: "break", credentialId: 212, how: "revoked" });
      await check();
      await expect.poll(() => texts(page)).toEqual([BROKE, CONNECTED]);
      await stage.browser.stopWorker();
      const popup = await stage.browser.openPopup();
      await brings(popup, "Marked as expected.", () => press(popup, "Mark as expected", LOST));
      await popup.close();
      await stage.browser.stopWorker();
      const again = await stage.browser.openPopup();
      await openFold(again, "check");
      await brings(again, "Taken back.", () => press(again, "Take back", LOST));
      await again.close();
      stage.cal.control({ action: "mend", credentialId: 212 });
      await check();
      await expect.poll(() => texts(page)).toEqual([TAKEN_BACK, MARKED, WAS_BROKEN, CONNECTED]);
      const entries = await readEntries(page);
      expect(entries.map(({ day }) => day)).toEqual(Array(4).fill("Today"));
      const times = entries.map(({ at }) => at).reverse();
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times[0]).toBeGreaterThanOrEqual(begun);
      expect(times.at(-1)).toBeLessThanOrEqual(Date.now());
      await expect
        .poll(async () => (await readBars(page))[1])
        .toMatch(/: working on 0 of the last 30 days, broken for some of \w+ \d+, unk/);
      await page.close();
    },
  );

  await step(
    "writes nothing about a check that found everything as it was, nor about a lost network",
    async () => {
      const before = await storedHistory(stage);
      await check();
      await stage.browser.emulate({ offline: true });
      await check();
      await stage.browser.emulate({ offline: false });
      await untilIdle(stage);
      expect(await storedHistory(stage)).toEqual(before);
    },
  );

  await step("writes that badge and notifications were snoozed, and until when", async () => {
    const popup = await stage.browser.openPopup();
    await popup.click(byRole("button", "Snooze"));
    await brings(popup, "Snoozed until", () => popup.click(byRole("button", "1 hour")));
    await takesAway(popup, "Snoozed until", () => popup.click(byRole("button", "End snooze")));
    await popup.close();
    const page = await openHistory();
    await expect.poll(() => texts(page)).toHaveLength(6);
    const [ended, snoozed] = await texts(page);
    expect(ended).toBe("You ended the snooze");
    expect(snoozed).toMatch(/^You snoozed badge and notifications until .*\d:\d\d/);
    await page.close();
  });

  await step("goes on with the bars on the next day, after a restart", async () => {
    await letDayPass(stage);
    await stage.browser.restart();
    await check();
    const page = await openHistory();
    await expect
      .poll(() => readBars(page))
      .toEqual([
        `${GOOGLE}, day by day: working on 2 of the last 30 days, unknown on 28 days`,
        expect.stringMatching(
          /: working on 1 of the last 30 days, broken for some of \w+ \d+, unknown on 28 days/,
        ),
      ]);
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    await check();
    await expect.poll(() => texts(page)).toContain(`Error: ${GOOGLE} broke`);
    const days = (await readEntries(page)).map(({ day }) => day);
    expect(days.slice(-6)).toEqual(Array(6).fill("Yesterday"));
    expect(days[0]).toBe("Today");
    await page.close();
  });
});
