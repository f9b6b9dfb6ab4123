import { expect } from "vitest";
import type { Settings } from "../../utils/core/settings/table.ts";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { untilIdle } from "./stage/idle.ts";
import { showPart } from "./stage/parts.ts";
import { connect, untilBadge } from "./stage/stage.ts";
import { everythingStored, storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";

const FILE = "calendar-status-settings.json";
const SWITCHES = [
  ["Show notifications", "notifications"],
  ["Show the badge", "showBadge"],
] as const;

/** Every control of the options page, and the settings as a file. */
story("the settings", { scenario: "lively" }, async (stage, step) => {
  let page: ExtensionPage;
  await connect(stage);
  await untilBadge(stage, "5");
  await stage.browser.emulate({ colorScheme: "light" });
  step.beforeEach(async () => {
    await stage.browser.stopWorker();
    page = await stage.browser.openPage("options.html#alerts", { width: 800, height: 900 });
    await page.waitForText("Check every");
    return () => page.close();
  });

  const badge = async () => (await stage.browser.badge()).text;
  const settings = async () => (await everythingStored(stage)).settings as Settings;
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

  await step("exports the settings as a file, without key, account or history", async () => {
    await showPart(page, "Help and data");
    await page.click(byRole("button", "Export settings"));
    await expect.poll(stage.browser.downloads).toHaveLength(1);
    const [file] = await stage.browser.downloads();
    expect(file?.name).toBe(FILE);
    expect(JSON.parse(file?.text ?? "")).toEqual({
      format: "calendar-status-settings",
      version: 1,
      settings: {
        intervalMinutes: 10,
        notifications: true,
        showBadge: true,
        countingLevel: "notice",
        eventTypes: true,
        keepSetUp: false,
        keepErrors: false,
        quietHours: "",
        appearance: "system",
      },
    });
  });

  await step("takes over what was exported before a change, and says so", async () => {
    const [file] = await stage.browser.downloads();
    await page.select(byRole("combobox", "Badge counts"), "Errors only");
    await page.select(byRole("combobox", "Check every"), "4 hours");
    await page.click(byRole("switch", "Show the badge"));
    await expect
      .poll(settings)
      .toMatchObject({ intervalMinutes: 240, showBadge: false, countingLevel: "error" });
    await untilBadge(stage, "");
    await stage.browser.stopWorker();
    await showPart(page, "Help and data");
    const exported = { name: "from-the-other-computer.json", text: file?.text ?? "" };
    await brings(page, "Settings imported", () => page.chooseFile("input[type=file]", exported));
    expect(await settings()).toMatchObject(JSON.parse(file?.text ?? "").settings);
    await expect.poll(badge).toBe("5");
    await showPart(page, "Alerts");
    await expect.poll(interval).toBe("10");
    await expect.poll(async () => (await page.state(byRole("switch", "Show the badge")))?.checked).toBe(true);
  });

  for (const [flaw, text, says] of [
    ["that is cut off", '{"format": "calendar-status-settings", "version": 1, "set', /no settings file/],
    [
      "with one value that does not fit",
      '{"format":"calendar-status-settings","version":1,"settings":{"showBadge":false,"intervalMinutes":7}}',
      /a value in it does not fit/,
    ],
    [
      "of a later version",
      '{"format":"calendar-status-settings","version":2,"settings":{}}',
      /newer version/,
    ],
  ] as const) {
    await step(`refuses a file ${flaw}, says why, and changes nothing`, async () => {
      await showPart(page, "Help and data");
      const before = await everythingStored(stage);
      await page.chooseFile("input[type=file]", { name: FILE, text });
      await expect.poll(() => page.texts("alert")).toEqual([expect.stringMatching(says)]);
      await untilIdle(stage);
      expect(await everythingStored(stage)).toEqual(before);
      // The same file, mended, can be chosen again.
      const mended = '{"format":"calendar-status-settings","version":1,"settings":{"appearance":"system"}}';
      await brings(page, "Settings imported", () =>
        page.chooseFile("input[type=file]", { name: FILE, text: mended }),
      );
      expect(await page.texts("alert")).toEqual([]);
    });
  }

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
