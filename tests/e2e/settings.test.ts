import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byRole } from "../support/browsers/control.ts";
import { connect } from "./stage/connect.ts";
import { untilIdle } from "./stage/idle.ts";
import { openAlerts } from "./stage/parts.ts";
import { untilBadge } from "./stage/stage.ts";
import { storedSettings, storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";

const SWITCHES = [
  ["Show notifications", "notifications"],
  ["Show the badge", "showBadge"],
] as const;

/** Every control of the options page. */
story("the settings", { scenario: "lively" }, async (stage, step) => {
  let page: ExtensionPage;
  await connect(stage);
  await untilBadge(stage, "5");
  await stage.browser.emulate({ colorScheme: "light" });
  step.beforeEach(async () => {
    await stage.browser.stopWorker();
    page = await openAlerts(stage);
    return () => page.close();
  });

  const badge = async () => (await stage.browser.badge()).text;
  const settings = () => storedSettings(stage);
  const interval = async () => (await page.state(byRole("combobox", "Check every")))?.value;
  /** What is said beside the control that it is a matter of. */
  const saidOf = (name: string) =>
    page.evaluate(
      (label) =>
        [...document.querySelectorAll(".setting")]
          .find((setting) => setting.querySelector("label")?.textContent === label)
          ?.querySelector("[role=status]")?.textContent,
      name,
    );
  /** How light the page's ground is, 0 to 255. */
  const ground = (of: ExtensionPage) =>
    of.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0]));

  for (const [name, choice, saved] of [
    ["Check every", "1 hour", { intervalMinutes: 60 }],
    ["Badge counts", "Errors only", { countingLevel: "error" }],
    ["Badge counts", "Everything, notices too", { countingLevel: "notice" }],
    ["Appearance", "Light", { appearance: "light" }],
  ] as const) {
    await step(`${name}: ${choice} is saved, and said so beside it`, async () => {
      await page.select(byRole("combobox", name), choice);
      await expect.poll(() => saidOf(name)).toBe("Saved");
      expect(await settings()).toMatchObject(saved);
    });
  }

  for (const [name, field] of SWITCHES) {
    await step(`${name} is switched off and on again, and said so each time`, async () => {
      for (const isOn of [false, true]) {
        await page.click(byRole("switch", name));
        await expect.poll(settings).toMatchObject({ [field]: isOn });
        await expect.poll(() => saidOf(name)).toBe("Saved");
        expect((await page.state(byRole("switch", name)))?.checked).toBe(isOn);
        await stage.browser.stopWorker();
      }
    });
  }

  await step("checks sooner when the interval becomes shorter", async () => {
    await page.select(byRole("combobox", "Check every"), "10 minutes");
    await expect
      .poll(async () => (await storedStatus(stage)).nextCheckAt)
      .toBeLessThan(Date.now() + 11 * 60_000);
  });

  await step("hides the badge, and keeps the tooltip", async () => {
    await untilBadge(stage, "5");
    const { title } = await stage.browser.badge();
    await page.click(byRole("switch", "Show the badge"));
    await expect.poll(badge).toBe("");
    await untilIdle(stage);
    expect((await stage.browser.badge()).title).toBe(title);
    await page.close();
    await stage.browser.restart();
    await untilIdle(stage);
    expect(await badge()).toBe("");
    page = await stage.browser.openPage("options.html#alerts");
    await page.click(byRole("switch", "Show the badge"));
    await expect.poll(badge).toBe("5");
  });

  await step("wears dark at once, in the popup too, and after a restart", async () => {
    expect(await ground(page)).toBeGreaterThan(200);
    await page.select(byRole("combobox", "Appearance"), "Dark");
    await expect.poll(() => ground(page)).toBeLessThan(60);
    await page.close();
    await stage.browser.restart();
    await stage.browser.emulate({ colorScheme: "light" });
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Clinic rota");
    expect(await ground(popup)).toBeLessThan(60);
    await popup.close();
    page = await stage.browser.openPage("options.html#alerts");
    await page.waitForText("Check every");
    expect(await ground(page)).toBeLessThan(60);
  });

  await step("follows the system again when asked to", async () => {
    await page.select(byRole("combobox", "Appearance"), "System");
    await expect.poll(() => ground(page)).toBeGreaterThan(200);
    await stage.browser.emulate({ colorScheme: "dark" });
    await expect.poll(() => ground(page)).toBeLessThan(60);
    await stage.browser.emulate({ colorScheme: "light" });
    await expect.poll(() => ground(page)).toBeGreaterThan(200);
  });

  await step("has all of it after a restart", async () => {
    await page.close();
    const before = await settings();
    await stage.browser.restart();
    await untilIdle(stage);
    expect(await settings()).toEqual(before);
    page = await stage.browser.openPage("options.html#alerts");
    await expect.poll(interval).toBe("10");
  });
});
