import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { untilIdle } from "./stage/idle.ts";
import { OWN_HOST } from "./stage/own-server.ts";
import { showPart } from "./stage/parts.ts";
import { KEY } from "./stage/stage.ts";
import { everythingStored, storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { setStageWith } from "./stage/two-servers.ts";

const LOCKED = "Set by your organisation";
const POLICY = {
  apiUrl: `https://${OWN_HOST}`,
  webUrl: "https://app.selfhost.test",
  intervalMinutes: 60,
  notifications: false,
  // Neither of these fits.
  countingLevel: "everything",
  colour: "red",
};

const setUnderPolicy = () => setStageWith(OWN_HOST, "lively", { grantOptionalHosts: true, policy: POLICY });

/** What an administrator has set, from the installation until it is withdrawn. */
story("the browser's policy", setUnderPolicy, async (stage, step) => {
  const { other: own } = stage;
  let page: ExtensionPage;
  step.beforeEach(async () => {
    await stage.browser.stopWorker();
    page = await stage.browser.openPage("options.html", { width: 800, height: 900 });
    return () => page.close();
  });

  const isLocked = async (role: string, name: string) => {
    const state = await page.state(byRole(role, name));
    const isSaid = await page.evaluate(
      (label, locked) => {
        const labels = [...document.querySelectorAll("label")].filter((one) => one.textContent === label);
        const described = labels[0]?.control?.getAttribute("aria-describedby") ?? "";
        return described.split(" ").some((id) => document.getElementById(id)?.textContent === locked);
      },
      name,
      LOCKED,
    );
    return state?.disabled === isSaid ? isSaid : `disabled: ${state?.disabled}, but said so: ${isSaid}`;
  };
  const chosenOf = async (name: string) => (await page.state(byRole("combobox", name)))?.value;

  await step("presets and locks the server of the set-up form", async () => {
    await page.waitForText(LOCKED);
    expect(await isLocked("combobox", "Region")).toBe(true);
    expect(await chosenOf("Region")).toBe("self-hosted");
    expect(await isLocked("textbox", "API URL")).toBe(true);
    expect((await page.state(byLabel("API URL")))?.value).toBe(POLICY.apiUrl);
    expect((await page.state(byLabel("Web app URL")))?.value).toBe(POLICY.webUrl);
  });

  await step("lets one connect there, and sends the key to nobody else", async () => {
    await page.type(byLabel("API key"), KEY);
    await brings(page, "Connected as", () => page.click(byRole("button", "Connect")));
    await untilIdle(stage);
    expect(own.requests.length).toBeGreaterThan(0);
    expect(stage.cal.requests).toEqual([]);
  });

  await step(
    "locks the settings that it sets, and says so of each; leaves the others to the person",
    async () => {
      await showPart(page, "Alerts");
      await page.waitForText(LOCKED);
      expect(await isLocked("combobox", "Check every")).toBe(true);
      expect(await chosenOf("Check every")).toBe("60");
      expect(await isLocked("switch", "Show notifications")).toBe(true);
      expect((await page.state(byRole("switch", "Show notifications")))?.checked).toBe(false);
      expect(await isLocked("combobox", "Badge counts")).toBe(false);
      expect(await isLocked("switch", "Show the badge")).toBe(false);
      expect(await isLocked("combobox", "Appearance")).toBe(false);
    },
  );

  await step("ignores values that do not fit, and names them in the diagnostics", async () => {
    await showPart(page, "Help and data");
    await brings(page, "policy value countingLevel is ignored: it does not fit", () =>
      page.click(byRole("button", "Copy details")),
    );
    const { text } = (await page.state("pre")) ?? { text: "" };
    expect(text).toContain("policy value colour is ignored: it does not fit");
    expect(text).toContain("intervalMinutes: 60 (set by policy)");
    expect(text).toContain("countingLevel: notice\n");
    expect(text).not.toContain("selfhost.test");
  });

  await step("is not changed by a settings file; what else is in it is taken over", async () => {
    const settings = { intervalMinutes: 10, appearance: "light" };
    await showPart(page, "Help and data");
    const text = JSON.stringify({ format: "calendar-status-settings", version: 1, settings });
    await brings(page, "Settings imported, but 1 is set by your organization and stays as it is", () =>
      page.chooseFile("input[type=file]", { name: "settings.json", text }),
    );
    await untilIdle(stage);
    expect((await everythingStored(stage)).settings).toMatchObject({
      intervalMinutes: 30,
      appearance: "light",
    });
    await showPart(page, "Alerts");
    expect(await chosenOf("Check every")).toBe("60");
  });

  await step(
    "is in force when it changed while the browser was closed, and makes the next check due by it",
    async () => {
      await page.close();
      stage.browser.setPolicy({ intervalMinutes: 10 });
      await stage.browser.restart();
      await expect
        .poll(async () => ((await storedStatus(stage)).nextCheckAt ?? 0) - Date.now())
        .toBeLessThan(11 * 60_000);
      page = await stage.browser.openPage("options.html#alerts");
      await page.waitForText(LOCKED);
      await expect.poll(() => chosenOf("Check every")).toBe("10");
      expect(await isLocked("combobox", "Check every")).toBe(true);
      expect(await isLocked("switch", "Show notifications")).toBe(false);
      expect((await page.state(byRole("switch", "Show notifications")))?.checked).toBe(true);
    },
  );

  await step("gives the person's own choice back when it is withdrawn", async () => {
    await page.close();
    stage.browser.setPolicy(undefined);
    await stage.browser.restart();
    page = await stage.browser.openPage("options.html#alerts");
    await expect.poll(() => chosenOf("Check every")).toBe("30");
    expect(await isLocked("combobox", "Check every")).toBe(false);
    await page.select(byRole("combobox", "Check every"), "15 minutes");
    await expect
      .poll(async () => (await everythingStored(stage)).settings)
      .toMatchObject({ intervalMinutes: 15 });
  });
});
