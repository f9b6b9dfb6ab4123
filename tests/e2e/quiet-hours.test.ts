import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byRole } from "../support/browsers/control.ts";
import { connect } from "./stage/connect.ts";
import { GOOGLE, OUTLOOK, setDana } from "./stage/dana.ts";
import { untilIdle } from "./stage/idle.ts";
import { untilBadge } from "./stage/stage.ts";
import { everythingStored, storedSettings } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";
import { breakOf, expectTold, watchNotifications } from "./stage/told.ts";
import { browserName } from "./support/browser-name.ts";

const HOUR = 60 * 60_000;
const EVERY_DAY = "mon,tue,wed,thu,fri,sat,sun";
const BROKE = { title: "No access to Outlook", about: breakOf(OUTLOOK) };
const WORKS = { title: "Outlook Calendar works again", about: null };

/** The browser's clock is the machine's: quiet hours are set around the time that it is. */
const around = (from: number, to: number) => `${EVERY_DAY} ${timeIn(from)}-${timeIn(to)}`;
const timeIn = (ms: number) => new Date(Date.now() + ms).toTimeString().slice(0, 5);

story(
  "quiet hours",
  () => setDana([GOOGLE, OUTLOOK], GOOGLE),
  async (stage, step) => {
    const { browser, cal } = stage;
    await connect(stage);
    await watchNotifications(stage);

    const quietHours = async () => (await storedSettings(stage)).quietHours;
    const onScreen = async (id: string) => (await browser.notifications()).some((one) => one.id === id);
    const change = (control: "break" | "mend") =>
      cal.control(
        control === "break"
          ? { action: "break", credentialId: OUTLOOK.credentialId, how: "revoked" }
          : { action: "mend", credentialId: OUTLOOK.credentialId },
      );

    async function inSettings(act: (page: ExtensionPage) => Promise<void>): Promise<void> {
      const page = await browser.openPage("options.html#alerts", { width: 800, height: 900 });
      await page.waitForText("Quiet hours");
      await act(page);
      await page.close();
    }

    async function setTo(text: string): Promise<void> {
      const message = { type: "change-settings", change: { quietHours: text } };
      await browser.inExtension((api, asked) => api.runtime.sendMessage(asked), message);
      await expect.poll(quietHours).toBe(text);
    }

    await step("are switched on for every night, and each day can be left out", async () => {
      await inSettings(async (page) => {
        await page.click(byRole("switch", "Quiet hours"));
        await expect.poll(quietHours).toBe(`${EVERY_DAY} 22:00-07:00`);
        await page.click(byRole("checkbox", "Saturday"));
        await expect.poll(quietHours).toBe("mon,tue,wed,thu,fri,sun 22:00-07:00");
      });
    });

    await step("never have no day: that is not saved, and said", async () => {
      await setTo("sat 22:00-07:00");
      await inSettings(async (page) => {
        await page.click(byRole("checkbox", "Saturday"));
        await expect.poll(() => page.texts("alert")).toEqual([expect.stringContaining("choose a day")]);
        await untilIdle(stage);
        expect(await quietHours()).toBe("sat 22:00-07:00");
      });
    });

    await step("a break that is over before they are is never told; the badge has it meanwhile", async () => {
      await setTo(around(-HOUR, 2 * HOUR));
      change("break");
      await checkNow(stage);
      await untilBadge(stage, "1");
      change("mend");
      await checkNow(stage);
      await untilBadge(stage, "");
      await setTo("");
      await expectTold(stage, []);
    });

    await step("one that holds is told once when they end, also after a restart", async () => {
      await setTo(around(-HOUR, 2 * HOUR));
      change("break");
      await checkNow(stage);
      await untilBadge(stage, "1");
      await expectTold(stage, []);
      await browser.restart();
      await watchNotifications(stage);
      await untilBadge(stage, "1");
      await expectTold(stage, []);
      await setTo(around(-2 * HOUR, -HOUR));
      await expectTold(stage, [BROKE]);
      await checkNow(stage);
      await expectTold(stage, [BROKE]);
    });

    await step("a recovery of what was told waits as well", async () => {
      await setTo(around(-HOUR, 2 * HOUR));
      change("mend");
      await checkNow(stage);
      await untilBadge(stage, "");
      await expectTold(stage, [BROKE]);
      await inSettings((page) => page.click(byRole("switch", "Quiet hours")));
      await expect.poll(quietHours).toBe("");
      await expectTold(stage, [BROKE, WORKS]);
    });

    await step("a test is shown at once all the same, and is in no history", async () => {
      await setTo(around(-HOUR, 2 * HOUR));
      const before = await everythingStored(stage);
      await inSettings(async (page) => {
        await page.click(byRole("button", "Send a test"));
        await page.waitForText("Sent. If you do not see it");
        await expect.poll(() => onScreen("test")).toBe(true);
      });
      await untilIdle(stage);
      expect(await everythingStored(stage)).toEqual(before);
    });

    await step(
      "what can't be done is not offered: a test of nothing, nor what the browser does not have",
      async () => {
        await inSettings(async (page) => {
          await page.click(byRole("switch", "Show notifications"));
          await page.waitForText("there is nothing to test");
          expect((await page.state(byRole("button", "Send a test")))?.disabled).toBe(true);
          const keeps = await page.state(byRole("switch", "Keep errors on screen"));
          expect(keeps === null).toBe(browserName() === "firefox");
        });
      },
    );
  },
);
