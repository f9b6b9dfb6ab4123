import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { fillIn, KEY, untilBadge } from "./stage/stage.ts";
import { story } from "./stage/story.ts";

const PARTS = [
  ["", "Accounts"],
  ["#alerts", "Alerts"],
  ["#history", "History"],
  ["#help", "Help and data"],
] as const;

const MENU = { role: "button", name: "More for Dana Lopez" };

/** Presses Tab until a control has the focus. */
async function tabTo(page: ExtensionPage, control: { role: string; name: string }): Promise<void> {
  await expect
    .poll(async () => {
      await page.press("Tab");
      return page.focused();
    })
    .toEqual(control);
}

/** Every part has an address, and all of it is done by the keyboard. */
story("the parts of the settings", { scenario: "lively" }, async (stage, step) => {
  await connect(stage);
  const current = (page: ExtensionPage) =>
    page.evaluate(() => [...document.querySelectorAll("[aria-current=page]")].map((one) => one.textContent));
  const headings = (page: ExtensionPage) =>
    page.evaluate(() => [...document.querySelectorAll("main h2")].map((one) => one.textContent));

  for (const [hash, name] of PARTS) {
    await step(`${name} is what options.html${hash} shows, alone`, async () => {
      const page = await stage.browser.openPage(`options.html${hash}`);
      await expect.poll(() => headings(page)).toEqual([name]);
      expect(await current(page)).toEqual([name]);
      await page.close();
    });
  }

  await step("are chosen by the keyboard, which goes on in them, and gone back to", async () => {
    const page = await stage.browser.openPage("options.html", { width: 800, height: 900 });
    await page.waitForText("Add account");
    for (const name of ["Alerts", "History"]) {
      await page.evaluate(() => document.querySelector<HTMLElement>("[aria-current]")?.focus());
      await tabTo(page, { role: "link", name });
      await page.press("Enter");
      await expect.poll(page.focused).toEqual({ role: "heading", name });
      expect(await headings(page)).toEqual([name]);
    }
    for (const name of ["Alerts", "Accounts"]) {
      await page.evaluate(() => history.back());
      await expect.poll(page.focused).toEqual({ role: "heading", name });
      expect(await current(page)).toEqual([name]);
    }
    await page.close();
  });

  await step("say which keyboard shortcuts there are", async () => {
    const page = await stage.browser.openPage("options.html#alerts");
    await page.waitForText("Alt+Shift+K");
    await page.close();
  });

  await step("have a menu for each account that opens by the arrows, and closes by Escape", async () => {
    const page = await stage.browser.openPage("options.html", { width: 800, height: 900 });
    await page.waitForText("Dana Lopez");
    await tabTo(page, MENU);
    for (const [key, name] of [
      ["ArrowDown", "Rename"],
      ["ArrowDown", "Replace key"],
      ["End", "Remove"],
      ["ArrowDown", "Rename"],
      ["ArrowUp", "Remove"],
      ["Home", "Rename"],
    ] as const) {
      await page.press(key);
      await expect.poll(page.focused).toEqual({ role: "menuitem", name });
    }
    await page.press("Escape");
    await expect.poll(page.focused).toEqual(MENU);
    expect(await page.texts("menuitem")).toEqual([]);
    await page.press("Enter");
    await expect.poll(page.focused).toEqual({ role: "menuitem", name: "Rename" });
    await page.press("Space");
    await expect.poll(async () => (await page.state(byLabel("Name")))?.focused).toBe(true);
    await page.press("Escape");
    await expect.poll(page.focused).toEqual(MENU);
    await page.close();
  });
});

/** What is left to say once the first account is connected. */
story("the end of the set-up", { scenario: "lively" }, async (stage, step) => {
  const page = await stage.browser.openPage("options.html", { width: 800, height: 900 });

  await step("begins with the field for the key", async () => {
    await expect.poll(async () => (await page.state(byLabel("API key")))?.focused).toBe(true);
  });

  await step("says who it is, what was found, and asks whether it is meant so", async () => {
    await brings(page, "Connected as Dana Lopez (dana@example.com)", () => fillIn(page, KEY));
    await page.waitForText("calendars, all working");
    expect(await page.text()).toMatch(/\d of \d+ checked for conflicts/);
    expect(await page.text()).toMatch(/read-only.*As you want them\?/);
    await untilBadge(stage, "5");
  });

  await step("marks all of it as expected with one press, and goes on at the next button", async () => {
    await page.click(byRole("button", "Yes"));
    await untilBadge(stage, "");
    await page.waitForText("that is not counted any more");
    await expect.poll(page.focused).toEqual({ role: "button", name: "Open it" });
    expect(await page.text()).not.toContain("As you want them?");
  });

  await step("opens the popup, or says where its button is", async () => {
    await page.click(byRole("button", "Open it"));
    const isOpen = () =>
      stage.browser.inExtension((browser) => browser.extension.getViews({ type: "popup" }).length > 0);
    await expect
      .poll(async () => (await isOpen()) || (await page.text()).includes("Press the button"))
      .toBe(true);
  });

  await step("is not there when the page is opened again", async () => {
    const other = await stage.browser.openPage("options.html");
    await other.waitForText("Add account");
    expect(await other.text()).not.toContain("Connected as");
    await other.close();
  });
});
