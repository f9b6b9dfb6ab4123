import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { untilIdle } from "./stage/idle.ts";
import { recordsWith } from "./stage/key-watch.ts";
import { OWN_HOST } from "./stage/own-server.ts";
import { KEY } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { setStageWith } from "./stage/two-servers.ts";

const WEB_APP = "https://app.selfhost.test";
const FORGET = byRole("checkbox", "Forget the key when the browser closes");

const granted = () => setStageWith(OWN_HOST, "all-well", { grantOptionalHosts: true });

/** A popup closes with every click beside it, as when somebody goes to fetch the key. */
story("a set-up form that is closed half filled in", granted, async (stage, step) => {
  const { browser, other: own } = stage;
  const typedIn = async (page: ExtensionPage, label: string) => (await page.state(byLabel(label)))?.value;
  const kept = () => recordsWith(browser, OWN_HOST);

  async function expectTyped(page: ExtensionPage): Promise<void> {
    await expect.poll(() => typedIn(page, "Region")).toBe("self-hosted");
    expect(await typedIn(page, "API URL")).toBe(OWN_HOST);
    expect(await typedIn(page, "Web app URL")).toBe(WEB_APP);
    expect(await page.state(FORGET)).toMatchObject({ checked: true });
    expect(await typedIn(page, "API key")).toBe("");
  }

  await step("has region and addresses when the popup opens again, and not the key", async () => {
    const popup = await browser.openPopup();
    await popup.type(byLabel("API key"), KEY);
    await popup.select(byRole("combobox", "Region"), "Self-hosted");
    await popup.type(byLabel("API URL"), OWN_HOST);
    await popup.type(byLabel("Web app URL"), WEB_APP);
    await popup.click(FORGET);
    await popup.close();
    // Each key that was pressed is a message of its own.
    const draft = () =>
      browser.inExtension(async ({ storage }) => (await storage.session.get("draft")).draft);
    await expect.poll(draft).toMatchObject({ webUrl: WEB_APP, forget: true });
    expect(await kept()).toEqual(["session draft"]);
    const again = await browser.openPopup();
    await expectTyped(again);
    await again.close();
  });

  await step("has them in a tab as well, and after the worker has been stopped", async () => {
    await browser.stopWorker();
    const page = await browser.openPage("options.html");
    await expectTyped(page);
    await page.close();
  });

  await step("has them in a tab that was open before, once the person comes to it", async () => {
    await browser.inExtension((api) => api.storage.session.remove("draft"));
    const page = await browser.openPage("options.html");
    expect(await typedIn(page, "Region")).toBe("us");
    const popup = await browser.openPopup();
    await popup.select(byRole("combobox", "Region"), "Cal.com EU");
    await popup.close();
    await expect.poll(() => recordsWith(browser, '"eu"')).toEqual(["session draft"]);
    // Behind the popup the tab is hidden, where Chromium tells nothing of its controls.
    const region = () => page.evaluate(() => document.querySelector<HTMLSelectElement>("select")?.value);
    await page.evaluate(() => dispatchEvent(new FocusEvent("focus")));
    await expect.poll(region).toBe("eu");
    await page.close();
  });

  await step("left the key nowhere", async () => {
    await untilIdle(stage);
    expect(await recordsWith(browser, KEY)).toEqual([]);
  });

  await step("is blank again once it has connected the account", async () => {
    const page = await browser.openPage("options.html");
    await page.select(byRole("combobox", "Region"), "Self-hosted");
    await page.type(byLabel("API URL"), OWN_HOST);
    await page.type(byLabel("API key"), KEY);
    await brings(page, "Connected as", () => page.click(byRole("button", "Connect")));
    expect(own.requests.length).toBeGreaterThan(0);
    await expect
      .poll(() => recordsWith(browser, "apiUrl"))
      .toEqual(["local accounts", "local accounts-copy"]);
    await page.click(byRole("button", "Add account"));
    expect(await typedIn(page, "Region")).toBe("us");
    await page.close();
  });

  await step("is forgotten when the person cancels it", async () => {
    const page = await browser.openPage("options.html");
    await page.click(byRole("button", "Add account"));
    await page.select(byRole("combobox", "Region"), "Cal.com EU");
    await expect.poll(() => recordsWith(browser, '"eu"')).toEqual(["session draft"]);
    await page.click(byRole("button", "Cancel"));
    await expect.poll(() => recordsWith(browser, '"eu"')).toEqual([]);
    await page.close();
  });
});
