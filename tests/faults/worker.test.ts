import { expect } from "vitest";
import { connect } from "../e2e/stage/connect.ts";
import { untilIdle } from "../e2e/stage/idle.ts";
import { RED, untilBadge } from "../e2e/stage/stage.ts";
import { storedStatus } from "../e2e/stage/stored.ts";
import { story } from "../e2e/stage/story.ts";
import { checkNow, letTimePass } from "../e2e/stage/time.ts";
import { byRole } from "../support/browsers/control.ts";

/** Browsers end the worker whenever they like, and disks lose what was written. */
story(
  "a worker that is stopped and records that are damaged",
  { scenario: "lively" },
  async (stage, step) => {
    await connect(stage);
    await untilBadge(stage, "5");

    await step("checks again after it was stopped while Cal.com was thinking", async () => {
      stage.cal.control({ action: "server", mode: "hang" });
      await letTimePass(stage, 20_000);
      const popup = await stage.browser.openPopup();
      const asked = stage.cal.requests.length;
      await popup.click(byRole("button", "Check now"));
      await expect.poll(() => stage.cal.requests.length).toBeGreaterThan(asked);
      await popup.close();
      await stage.browser.stopWorker();
      stage.cal.control({ action: "server", mode: "normal" });
      stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
      await checkNow(stage);
      await expect.poll(async () => (await stage.browser.badge()).color.slice(0, 3)).toEqual(RED);
      expect(Number((await stage.browser.badge()).text)).toBeGreaterThan(0);
      const popupAgain = await stage.browser.openPopup();
      await popupAgain.waitForText("Last known");
      await popupAgain.close();
      stage.cal.control({ action: "mend", credentialId: 135 });
    });

    await step("backs off after failures, and remembers that when it is stopped", async () => {
      stage.cal.control({ action: "server", mode: "html-502" });
      await checkNow(stage);
      await checkNow(stage);
      const next = async () => ((await storedStatus(stage)).nextCheckAt ?? 0) - Date.now();
      expect((await storedStatus(stage)).state.failures).toBe(2);
      expect(await next()).toBeGreaterThan(60_000);
      const asked = stage.cal.requests.length;
      await stage.browser.stopWorker();
      const page = await stage.browser.openPopup();
      await page.waitForText("Clinic rota");
      await page.close();
      await untilIdle(stage);
      expect(await next()).toBeGreaterThan(50_000);
      expect(stage.cal.requests.length).toBe(asked);
      stage.cal.control({ action: "server", mode: "normal" });
    });

    await step("goes on with the rest when a status record is damaged, and sets it aside", async () => {
      await untilIdle(stage);
      await stage.browser.inExtension(async (browser) => {
        const all = await browser.storage.local.get(null);
        const name = Object.keys(all).find((key) => key.startsWith("status:")) ?? "";
        await browser.storage.local.set({ [name]: { version: 3, state: "lost", nextCheckAt: null } });
      });
      await stage.browser.stopWorker();
      await checkNow(stage);
      const popup = await stage.browser.openPopup();
      // What is set aside has no calendars: they are from a check since.
      await popup.waitForText("Clinic rota");
      await popup.close();
      const names = await stage.browser.inExtension(async (browser) =>
        Object.keys(await browser.storage.local.get(null)),
      );
      expect(names.filter((name) => name.startsWith("damaged:status:"))).toHaveLength(1);
    });

    await step("leaves a record of a newer version untouched and says so", async () => {
      await stage.browser.inExtension((browser) =>
        browser.storage.local.set({ accounts: { version: 99, accounts: "of tomorrow" } }),
      );
      const popup = await stage.browser.openPopup();
      await popup.waitForText("newer");
      await popup.close();
      await untilIdle(stage);
      const kept = await stage.browser.inExtension(async (browser) => browser.storage.local.get("accounts"));
      expect(kept).toEqual({ accounts: { version: 99, accounts: "of tomorrow" } });
    });
  },
);
