import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { untilIdle } from "./stage/idle.ts";
import { openAlerts, showPart } from "./stage/parts.ts";
import { untilBadge } from "./stage/stage.ts";
import { everythingStored, storedSettings } from "./stage/stored.ts";
import { story } from "./stage/story.ts";

const FILE = "calendar-status-settings.json";

story("the settings as a file", { scenario: "lively" }, async (stage, step) => {
  let page: ExtensionPage;
  await connect(stage);
  await untilBadge(stage, "5");
  step.beforeEach(async () => {
    await stage.browser.stopWorker();
    page = await openAlerts(stage);
    return () => page.close();
  });

  const badge = async () => (await stage.browser.badge()).text;
  const settings = () => storedSettings(stage);
  const interval = async () => (await page.state(byRole("combobox", "Check every")))?.value;

  await step("exports the settings as a file, without key, account or history", async () => {
    await page.select(byRole("combobox", "Check every"), "10 minutes");
    await page.select(byRole("combobox", "Badge counts"), "Everything, notices too");
    await expect.poll(settings).toMatchObject({ intervalMinutes: 10, countingLevel: "notice" });
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
});
