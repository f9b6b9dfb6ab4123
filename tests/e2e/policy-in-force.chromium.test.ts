import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { poll } from "../support/browsers/poll.ts";
import type { FakeCal } from "../support/fake-cal/server.ts";
import { lockedControls, SAYS_LOCKED } from "./stage/locked-controls.ts";
import { OWN_HOST } from "./stage/own-server.ts";
import { connect, KEY, type Stage, setStage, startTlsCal, untilBadge, waitForAlert } from "./stage/stage.ts";
import { storedAccounts, storedStatus } from "./stage/stored.ts";
import { checkNow } from "./stage/time.ts";

const MINUTE = 60_000;

describe("an interval and notifications by policy", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ scenario: "all-well", policy: { intervalMinutes: 240, notifications: false } });
    await stage.browser.notifications();
    await connect(stage);
    await poll("the first answer", async () => (await storedStatus(stage)).state.lastGoodAt, 20_000);
  });
  afterAll(() => stage?.close());
  beforeEach(() => stage.browser.stopWorker());

  /** Minutes from the last check to the next one. */
  async function pace(): Promise<number> {
    const { state, nextCheckAt } = await storedStatus(stage);
    return ((nextCheckAt ?? 0) - (state.lastAttemptAt ?? 0)) / MINUTE;
  }

  it("are what checks go by: the next one is hours away, and a break is on the badge only", async () => {
    expect(await pace()).toBeGreaterThan(210);
    stage.cal.control({ action: "break", credentialId: 212, how: "revoked" });
    await checkNow(stage);
    await untilBadge(stage, "1");
    expect(await pace()).toBeGreaterThan(210);
    await stage.browser.stopWorker();
    expect(await stage.browser.notifications()).toEqual([]);
  });

  it("that are withdrawn leave the person's own, and nothing is told late", async () => {
    stage.browser.setPolicy(undefined);
    await stage.browser.restart();
    // Chromium takes seconds after its start to tell that there is none any more.
    await expect.poll(pace, { timeout: 30_000 }).toBeLessThan(34);
    await stage.browser.stopWorker();
    await checkNow(stage);
    expect(await pace()).toBeLessThan(34);
    expect(await stage.browser.notifications()).toEqual([]);
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    await checkNow(stage);
    const count = async () => (await stage.browser.notifications()).length;
    await expect.poll(count, { timeout: 15_000 }).toBeGreaterThan(0);
  });
});

/** The server that an administrator has set, from the first account on. The worker is stopped between any two steps. */
describe("a server by policy", () => {
  let stage: Stage;
  let own: FakeCal;
  beforeAll(async () => {
    own = await startTlsCal(OWN_HOST, "one-revoked");
    stage = await setStage({
      scenario: "all-well",
      hosts: { [OWN_HOST]: own.port },
      grantOptionalHosts: true,
      policy: { apiUrl: `https://${OWN_HOST}/api/v2`, webUrl: "https://app.selfhost.test/" },
    });
  });
  afterAll(async () => {
    await stage?.close();
    await own?.close();
  });
  beforeEach(() => stage.browser.stopWorker());

  it("is the only one in the set-up form, which says who set it", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.waitForText(SAYS_LOCKED, 15_000);
    expect(await lockedControls(page)).toEqual(["Region", "API URL", "Web app URL"]);
    expect(await page.state(byRole("combobox", "Region"))).toMatchObject({ value: "self-hosted" });
    expect((await page.state(byLabel("API URL")))?.value).toContain(OWN_HOST);
    expect((await page.state(byLabel("Web app URL")))?.value).toBe("https://app.selfhost.test");
    await page.close();
  });

  it("is the one that is asked, and its web app is where links lead", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.type(byLabel("API key"), KEY);
    await page.click(byRole("button", "Connect"));
    await page.waitForText("Connected as", 30_000);
    await page.close();
    expect(stage.cal.requests).toEqual([]);
    expect(own.requests.length).toBeGreaterThanOrEqual(2);
    await stage.browser.stopWorker();
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Cal.com has lost access to Google Calendar", 15_000);
    const links = await popup.evaluate(() => [...document.querySelectorAll("a")].map(({ origin }) => origin));
    expect(new Set(links)).toEqual(new Set(["https://app.selfhost.test"]));
    await popup.close();
  });

  it("that is another one later takes no key from those before, which are still checked", async () => {
    stage.browser.setPolicy({ apiUrl: "https://api.cal.com" });
    await stage.browser.restart();
    const page = await stage.browser.openPage("options.html");
    await page.click(byRole("button", "Replace key"));
    await page.type(byLabel("API key"), KEY);
    await stage.browser.stopWorker();
    await page.click(byRole("button", "Save key"));
    await waitForAlert(page, /Your organization allows only its own Cal\.com server/);
    expect(own.requests.filter(({ path }) => path.endsWith("/me"))).toHaveLength(1);
    await page.click(byRole("button", "Cancel"));
    const before = own.requests.length;
    await checkNow(stage);
    expect(own.requests.length).toBe(before + 1);
    await page.close();
  });

  it("is offered for the next account", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.click(byRole("button", "Add account"));
    await page.waitForText("Connect another account");
    expect(await lockedControls(page)).toEqual(["Region"]);
    expect(await page.state(byRole("combobox", "Region"))).toMatchObject({ value: "us" });
    await page.type(byLabel("API key"), KEY);
    await page.click(byRole("button", "Connect"));
    await page.waitForText("Connected as", 30_000);
    expect((await storedAccounts(stage)).map(({ region }) => region)).toEqual(["self-hosted", "us"]);
    await page.close();
  });
});
