import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { connect } from "./stage/connect.ts";
import { choose } from "./stage/controls.ts";
import { story } from "./stage/story.ts";

/** The key press that an input method sends when a composition is taken back. @returns whether the page made use of it */
function pressWhileComposing(page: ExtensionPage): Promise<boolean> {
  return page.evaluate(() => {
    const press = { key: "Escape", isComposing: true, bubbles: true, cancelable: true };
    const field = document.activeElement ?? document.body;
    return !field.dispatchEvent(new KeyboardEvent("keydown", press));
  });
}

story("Escape while a text is composed", { scenario: "all-well" }, async (stage, step) => {
  await connect(stage);

  await step("leaves a form open that it would close otherwise", async () => {
    const page = await stage.browser.openPage("options.html");
    await choose(page, "Rename");
    await page.type(byLabel("Name"), "\u4ed5\u4e8b");
    expect(await pressWhileComposing(page)).toBe(false);
    expect((await page.state(byLabel("Name")))?.value).toBe("\u4ed5\u4e8b");
    await page.press("Escape");
    await expect.poll(() => page.state(byLabel("Name"))).toBeNull();
    await page.close();
  });

  await step("leaves a part of the popup open, too", async () => {
    const popup = await stage.browser.openPopup();
    await popup.click(byRole("button", "Snooze"));
    await popup.waitForText("Until tomorrow");
    expect(await pressWhileComposing(popup)).toBe(false);
    expect(await popup.text()).toContain("Until tomorrow");
    await popup.press("Escape");
    await expect.poll(() => popup.text()).not.toContain("Until tomorrow");
    await popup.close();
  });
});
