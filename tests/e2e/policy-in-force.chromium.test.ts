import { expect } from "vitest";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { poll } from "../support/browsers/poll.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { choose } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { lockedControls, SAYS_LOCKED } from "./stage/locked-controls.ts";
import { OWN_HOST } from "./stage/own-server.ts";
import { KEY, untilBadge, waitForAlert } from "./stage/stage.ts";
import { storedAccounts, storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";
import { setStageWith } from "./stage/two-servers.ts";

const MINUTE = 60_000;

const QUIET = { scenario: "all-well", policy: { intervalMinutes: 240, notifications: false } };

story("an interval and notifications by policy", QUIET, async (stage, step) => {
  await stage.browser.notifications();
  await connect(stage);
  await poll("the first answer", async () => (await storedStatus(stage)).state.lastGoodAt);
  step.beforeEach(() => stage.browser.stopWorker());

  /** Minutes from the last check to the next one. */
  async function pace(): Promise<number> {
    const { state, nextCheckAt } = await storedStatus(stage);
    return ((nextCheckAt ?? 0) - (state.lastAttemptAt ?? 0)) / MINUTE;
  }

  await step(
    "are what checks go by: the next one is hours away, and a break is on the badge only",
    async () => {
      expect(await pace()).toBeGreaterThan(210);
      stage.cal.control({ action: "break", credentialId: 212, how: "revoked" });
      await checkNow(stage);
      await untilBadge(stage, "1");
      await untilIdle(stage);
      await stage.browser.stopWorker();
      expect(await stage.browser.notifications()).toEqual([]);
      // A break is looked at sooner than that until it is mended.
      expect(await pace()).toBeLessThan(10);
      stage.cal.control({ action: "mend", credentialId: 212 });
      await checkNow(stage);
      await untilBadge(stage, "");
      await untilIdle(stage);
      expect(await pace()).toBeGreaterThan(210);
    },
  );

  await step("that are withdrawn leave the person's own, and nothing is told late", async () => {
    stage.browser.setPolicy(undefined);
    await stage.browser.restart();
    // Chromium takes seconds after its start to tell that there is none any more.
    await expect.poll(pace).toBeLessThan(34);
    await stage.browser.stopWorker();
    await checkNow(stage);
    await untilIdle(stage);
    const [soonest, latest] = [26, 34];
    expect(await pace()).toBeGreaterThan(soonest);
    expect(await pace()).toBeLessThan(latest);
    expect(await stage.browser.notifications()).toEqual([]);
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    await checkNow(stage);
    const count = async () => (await stage.browser.notifications()).length;
    await expect.poll(count).toBeGreaterThan(0);
  });
});

const setOwnByPolicy = () =>
  setStageWith(OWN_HOST, "one-revoked", {
    scenario: "all-well",
    grantOptionalHosts: true,
    policy: { apiUrl: `https://${OWN_HOST}/api/v2`, webUrl: "https://app.selfhost.test/" },
  });

/** The server that an administrator has set, from the first account on. The worker is stopped between any two steps. */
story("a server by policy", setOwnByPolicy, async (stage, step) => {
  const { other: own } = stage;
  step.beforeEach(() => stage.browser.stopWorker());

  await step("is the only one in the set-up form, which says who set it", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.waitForText(SAYS_LOCKED);
    expect(await lockedControls(page)).toEqual(["Region", "API URL", "Web app URL"]);
    expect(await page.state(byRole("combobox", "Region"))).toMatchObject({ value: "self-hosted" });
    expect((await page.state(byLabel("API URL")))?.value).toContain(OWN_HOST);
    expect((await page.state(byLabel("Web app URL")))?.value).toBe("https://app.selfhost.test");
    await page.close();
  });

  await step("is the one that is asked, and its web app is where links lead", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.type(byLabel("API key"), KEY);
    await brings(page, "Connected as", () => page.click(byRole("button", "Connect")));
    await page.close();
    await untilIdle(stage);
    expect(stage.cal.requests).toEqual([]);
    expect(own.requests.length).toBeGreaterThanOrEqual(2);
    await stage.browser.stopWorker();
    const popup = await stage.browser.openPopup();
    await popup.waitForText("No access to Google");
    const links = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>("a[href^=http]")].map(({ origin }) => origin),
    );
    expect(new Set(links)).toEqual(new Set(["https://app.selfhost.test"]));
    await popup.close();
  });

  await step(
    "that is another one later takes no key from those before, which are still checked",
    async () => {
      stage.browser.setPolicy({ apiUrl: "https://api.cal.com" });
      await stage.browser.restart();
      const page = await stage.browser.openPage("options.html");
      await choose(page, "Replace key");
      await page.type(byLabel("API key"), KEY);
      await stage.browser.stopWorker();
      await page.click(byRole("button", "Save key"));
      await waitForAlert(page, /Your organization allows only its own Cal\.com server/);
      expect(own.requests.filter(({ path }) => path.endsWith("/me"))).toHaveLength(1);
      await page.click(byRole("button", "Cancel"));
      const before = own.requests.length;
      await checkNow(stage);
      await untilIdle(stage);
      expect(own.requests.length).toBe(before + 1);
      await page.close();
    },
  );

  await step("is offered for the next account", async () => {
    const page = await stage.browser.openPage("options.html");
    await brings(page, "Connect another account", () => page.click(byRole("button", "Add account")));
    expect(await lockedControls(page)).toEqual(["Region"]);
    expect(await page.state(byRole("combobox", "Region"))).toMatchObject({ value: "us" });
    await page.type(byLabel("API key"), KEY);
    await brings(page, "Connected as", () => page.click(byRole("button", "Connect")));
    expect((await storedAccounts(stage)).map(({ region }) => region)).toEqual(["self-hosted", "us"]);
    await page.close();
  });
});
