import { expect } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { story } from "./stage/story.ts";

story("the options page", { scenario: "lively" }, async (stage, step) => {
  await connect(stage);

  const settings = () =>
    stage.browser.inExtension(async (browser) => (await browser.storage.local.get("settings")).settings);

  await step("saves the interval at once, says so, and moves the next check", async () => {
    const page = await stage.browser.openPage("options.html#alerts");
    await brings(page, "Saved", () => page.select(byRole("combobox", "Check every"), "10 minutes"));
    expect(await settings()).toMatchObject({ intervalMinutes: 10 });
    await expect
      .poll(() =>
        stage.browser.inExtension(async (browser) => {
          const alarm = await browser.alarms.get("check");
          return ((alarm?.scheduledTime ?? 0) - Date.now()) / 60_000;
        }),
      )
      .toBeLessThan(11.1);
    await page.close();
  });

  await step("counts on the badge what the person wants counted", async () => {
    const badge = async () => (await stage.browser.badge()).text;
    await expect.poll(badge).toBe("5");
    const page = await stage.browser.openPage("options.html#alerts");
    await page.select(byRole("combobox", "Badge counts"), "Errors and warnings");
    await expect.poll(badge).toBe("");
    await page.select(byRole("combobox", "Badge counts"), "Everything, notices too");
    await expect.poll(badge).toBe("5");
    await page.close();
  });

  await step("still has the settings after a restart", async () => {
    await stage.browser.restart();
    const page = await stage.browser.openPage("options.html#alerts");
    await expect.poll(async () => (await page.state(byRole("combobox", "Check every")))?.value).toBe("10");
    await page.close();
  });
});
