import { expect } from "vitest";
import { listsOf } from "./stage/actions.ts";
import { connect } from "./stage/connect.ts";
import { openProblem, press, waitUntilGone } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { startWebPages } from "./stage/pages.ts";
import { setStage } from "./stage/stage.ts";
import { storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow, letTimePass } from "./stage/time.ts";

const OUTLOOK = 212;
const LOST = "No access to Outlook";
const PLACE = "/apps/office365-calendar";

/** A stage with the web app beside the API. */
async function setWithWebApp() {
  const web = await startWebPages("app.cal.com");
  const stage = await setStage({ scenario: "all-well", hosts: { "app.cal.com": web.port } });
  const close = () => stage.close().then(web.close);
  return { ...stage, web, close };
}

/** From the broken connection to the web app and back. The worker is stopped whenever it has nothing to do. */
story("reconnecting", setWithWebApp, async (stage, step) => {
  const { web } = stage;
  await connect(stage);
  stage.cal.control({ action: "break", credentialId: OUTLOOK, how: "revoked" });
  await checkNow(stage);
  await stage.browser.stopWorker();

  const tabs = () =>
    stage.browser.inExtension(async (browser) => (await browser.tabs.query({})).map(({ id }) => id));
  const close = (id: number | undefined) =>
    stage.browser.inExtension((browser, tab) => browser.tabs.remove(tab), id ?? -1);
  const asked = () => listsOf(stage.cal).length;

  /** The popup stays until the page of the web app is there, as it does for a person. */
  async function pressConnectAgain(): Promise<void> {
    const already = web.visited.length;
    const popup = await stage.browser.openPopup();
    await press(popup, "Connect again", LOST);
    await expect.poll(() => web.visited.slice(already)).toEqual([PLACE]);
    await popup.close().catch(() => undefined);
  }

  let before: (number | undefined)[];
  const opened = async () => (await tabs()).filter((id) => !before.includes(id));

  await step("opens the page of the web app where the app is, with the app in sight", async () => {
    before = await tabs();
    await pressConnectAgain();
    await expect.poll(opened).toHaveLength(1);
    const popup = await stage.browser.openPopup();
    await openProblem(popup, LOST);
    await popup.waitForText("Cal.com is asked again when you come back.");
    await popup.close();
  });

  await step(
    "shows it in the same tab when it is pressed again, also after another tab was looked at",
    async () => {
      const [tab] = await opened();
      await stage.browser.stopWorker();
      await stage.browser.inExtension(async (browser) => {
        const own = await browser.tabs.getCurrent();
        await browser.tabs.update(own?.id ?? -1, { active: true });
      });
      await pressConnectAgain();
      await untilIdle(stage);
      expect(await opened()).toEqual([tab]);
    },
  );

  await step("asks Cal.com when the tab is closed, and says that it is still broken", async () => {
    await letTimePass(stage, 20_000);
    const already = asked();
    await stage.browser.stopWorker();
    await close((await opened())[0]);
    await expect.poll(asked).toBe(already + 1);
    const popup = await stage.browser.openPopup();
    await openProblem(popup, LOST);
    await popup.waitForText("Still broken at ");
    await popup.close();
  });

  await step(
    "says that the old connection has to be removed, once the app is connected again beside it",
    async () => {
      await pressConnectAgain();
      await expect.poll(async () => (await opened()).length).toBe(1);
      stage.cal.control({ action: "add-again", credentialId: OUTLOOK });
      await letTimePass(stage, 20_000);
      await stage.browser.stopWorker();
      const already = asked();
      await close((await opened())[0]);
      await expect.poll(asked).toBe(already + 1);
      const popup = await stage.browser.openPopup();
      await popup.waitForText("Outlook is connected again. Remove the old connection:");
      await popup.waitForText("This is the old connection. It has to be removed.");
      const shown = await popup.text();
      expect(shown).not.toContain("Connect again");
      expect(shown).not.toContain("Still broken");
      expect(shown).not.toContain("Last known");
      await popup.close();
    },
  );

  await step("says that it works again, when that is done", async () => {
    stage.cal.control({ action: "disconnect", credentialId: OUTLOOK, as: "web-app" });
    await letTimePass(stage, 20_000);
    await checkNow(stage);
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Outlook Calendar works again.");
    await waitUntilGone(popup, "The old connection of Outlook");
    await popup.close();
    await expect.poll(async () => (await stage.browser.badge()).text).toBe("");
  });

  await step("is asked no more when it is over, whatever tabs are opened and closed", async () => {
    await stage.browser.stopWorker();
    const already = asked();
    const page = await stage.browser.openPage("options.html");
    await page.waitForText("dana@example.com");
    await page.close();
    await untilIdle(stage);
    expect(asked()).toBe(already);
  });
});

/** The menu of the toolbar button and the keyboard shortcuts, from a worker that sleeps. */
story("the menu and the keyboard shortcuts", { scenario: "all-well" }, async (stage, step) => {
  await connect(stage);
  const ways = [
    ["the menu", stage.browser.clickMenu],
    ["the keyboard", stage.browser.pressShortcut],
  ] as const;
  const attemptedAt = async () => (await storedStatus(stage)).state.lastAttemptAt ?? 0;
  const snoozedFor = async () => {
    const { snoozeUntil } = (await storedStatus(stage)).state;
    return snoozeUntil === null ? 0 : Math.round((snoozeUntil - Date.now()) / 60_000);
  };
  const settings = () =>
    stage.browser.inExtension(
      (browser) =>
        browser.extension
          .getViews({ type: "tab" })
          .filter(({ location }) => location.pathname === "/options.html").length,
    );

  for (const [way, give] of ways) {
    await step(`check now by ${way}`, async () => {
      await letTimePass(stage, 20_000);
      await stage.browser.stopWorker();
      const already = listsOf(stage.cal).length;
      const before = await attemptedAt();
      await give("check-now");
      await expect.poll(() => listsOf(stage.cal).length).toBe(already + 1);
      // What comes next must not meet a check that is not over.
      await expect.poll(attemptedAt).toBeGreaterThan(before);
    });
  }

  await step("snooze by the menu, and end it there", async () => {
    await stage.browser.stopWorker();
    await stage.browser.clickMenu("snooze-week");
    await expect.poll(snoozedFor).toBe(7 * 24 * 60);
    await stage.browser.stopWorker();
    await stage.browser.clickMenu("end-snooze");
    await expect.poll(snoozedFor).toBe(0);
  });

  await step("snooze for an hour by the keyboard, and end it there", async () => {
    await stage.browser.stopWorker();
    await stage.browser.pressShortcut("snooze");
    await expect.poll(snoozedFor).toBe(60);
    await stage.browser.stopWorker();
    await stage.browser.pressShortcut("snooze");
    await expect.poll(snoozedFor).toBe(0);
  });

  for (const [way, give] of ways) {
    await step(`open the settings by ${way}`, async () => {
      const page = await stage.browser.openPage("popup.html");
      await stage.browser.inExtension(async (browser) => {
        const views = browser.extension.getViews({ type: "tab" });
        for (const view of views) if (view.location.pathname === "/options.html") view.close();
      });
      await expect.poll(settings).toBe(0);
      await stage.browser.stopWorker();
      await give("open-settings");
      await expect.poll(settings).toBe(1);
      await page.close();
    });
  }
});
