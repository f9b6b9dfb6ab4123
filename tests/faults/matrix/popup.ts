import { setTimeout as sleep } from "node:timers/promises";
import { letTimePass } from "../../e2e/stage/time.ts";
import { byRole } from "../../support/browsers/control.ts";
import type { Fault } from "./fault.ts";

const CHECK = byRole("button", "Check now");

const faults: Omit<Fault, "group">[] = [
  {
    name: "the popup is closed as soon as it opens",
    async begin({ browser }) {
      await (await browser.openPopup()).close();
    },
  },
  {
    name: "the popup is closed ten times as soon as it opens",
    async begin({ browser }) {
      for (let times = 0; times < 10; times++) await (await browser.openPopup()).close();
    },
  },
  {
    name: "the popup is closed in the middle of a check",
    async begin(ground) {
      await letTimePass(ground, 20_000);
      ground.cal.control({ action: "slow", ms: 800 });
      const popup = await ground.browser.openPopup();
      await popup.click(CHECK);
      await popup.close();
      ground.cal.control({ action: "slow", ms: 0 });
    },
    quick: true,
  },
  {
    name: "the popup is open while the worker is stopped in the middle of a check",
    async begin(ground) {
      await letTimePass(ground, 20_000);
      ground.cal.control({ action: "slow", ms: 800 });
      const popup = await ground.browser.openPopup();
      await popup.click(CHECK);
      await ground.browser.stopWorker();
      await popup.close();
      ground.cal.control({ action: "slow", ms: 0 });
    },
  },
  {
    name: "the popup is loaded again in the middle of a check",
    async begin(ground) {
      await letTimePass(ground, 20_000);
      const page = await ground.browser.openPage("popup.html");
      await page.click(CHECK);
      const reloading = page.evaluate(() => location.reload()).catch(() => {});
      // An answer may never come: the page that was to give it is gone.
      await Promise.race([reloading, sleep(2_000)]);
      await page.close();
    },
  },
  {
    name: "the settings are closed in the middle of a change",
    async begin({ browser }) {
      const page = await browser.openPage("options.html#alerts");
      await page.click(byRole("switch", "Watch event types"));
      await page.close();
    },
  },
  {
    name: "five popups in tabs all ask for a check",
    async begin(ground) {
      await letTimePass(ground, 20_000);
      const pages = [];
      for (let count = 0; count < 5; count++) pages.push(await ground.browser.openPage("popup.html"));
      for (const page of pages) await page.click(CHECK);
      for (const page of pages) await page.close();
    },
  },
];

export const POPUP: Fault[] = faults.map((fault) => ({ ...fault, group: "popup" }));
