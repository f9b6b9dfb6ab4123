import { expect } from "vitest";
import { connect } from "./stage/connect.ts";
import { untilIdle } from "./stage/idle.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

const [GOOGLE, OUTLOOK] = [135, 212];

/** What is told when nobody looks. The worker is stopped between any two steps, as browsers do. */
story("notifications", { scenario: "all-well" }, async (stage, step) => {
  await stage.browser.notifications();
  await connect(stage);

  const shown = () => stage.browser.notifications();
  /** Those that are new: the browser takes old ones away after a while. */
  const newSince = async (before: Awaited<ReturnType<typeof shown>>) =>
    (await shown()).filter(({ id }) => before.every((one) => one.id !== id));
  const count = async () => (await shown()).length;
  const breakIt = (credentialId: number) =>
    stage.cal.control({ action: "break", credentialId, how: "revoked" });
  const mend = (credentialId: number) => stage.cal.control({ action: "mend", credentialId });

  /** A check that has told all it had to tell, and a worker that sleeps after it. */
  async function check(): Promise<void> {
    await stage.browser.stopWorker();
    await checkNow(stage);
    await untilIdle(stage);
    await stage.browser.stopWorker();
  }

  /** In each tab with the popup's page, its headline and what has the focus. */
  const focusedInTabs = () =>
    stage.browser.inExtension((browser) =>
      browser.extension
        .getViews({ type: "tab" })
        .filter(({ location }) => location.pathname === "/popup.html")
        .map(({ document }) => [
          document.querySelector("h1")?.textContent,
          document.activeElement?.querySelector("[id$=-what]")?.textContent,
        ]),
    );

  async function saysIfTold(title: string): Promise<void> {
    const last = (await shown()).at(-1);
    expect(last).toBeDefined();
    expect(last?.title ?? title).toBe(title);
  }

  async function setNotifications(notifications: boolean): Promise<void> {
    const change = { type: "change-settings", change: { notifications } };
    const reply = await stage.browser.inExtension(
      (browser, message) => browser.runtime.sendMessage(message),
      change,
    );
    expect(reply).toMatchObject({ ok: true });
  }

  await step("tells nothing while all is well", async () => {
    await check();
    await untilIdle(stage);
    expect(await shown()).toEqual([]);
  });

  await step("tells of a break once, whatever is checked after it", async () => {
    breakIt(OUTLOOK);
    await check();
    await expect.poll(count).toBe(1);
    await saysIfTold("No access to Outlook");
    const [first] = await shown();
    await check();
    expect((await shown()).map(({ id }) => id)).toEqual([first?.id]);
  });

  await step("opens the problem at a click, which starts the worker", async () => {
    const [first] = await shown();
    await stage.browser.clickNotification(first?.id ?? "");
    // What the headline says already is not said again.
    const one = ["No access to Outlook", "No free times, or double bookings"];
    await expect.poll(focusedInTabs).toEqual([one]);
    await expect.poll(shown).toEqual([]);
  });

  await step("opens the next one in the same tab", async () => {
    breakIt(GOOGLE);
    await check();
    await expect.poll(count).toBe(1);
    const [next] = await shown();
    await stage.browser.clickNotification(next?.id ?? "");
    await expect.poll(focusedInTabs).toEqual([["2 problems", "No access to Google"]]);
    await expect.poll(shown).toEqual([]);
  });

  await step("tells nothing again after a restart", async () => {
    await stage.browser.restart();
    await check();
    await untilIdle(stage);
    expect(await shown()).toEqual([]);
  });

  await step("tells that it works again", async () => {
    mend(OUTLOOK);
    await check();
    await expect.poll(count).toBe(1);
    await saysIfTold("Outlook Calendar works again");
  });

  await step("tells nothing while notifications are off, nor of it later", async () => {
    const before = await shown();
    await setNotifications(false);
    breakIt(OUTLOOK);
    await check();
    await setNotifications(true);
    await check();
    await untilIdle(stage);
    expect(await newSince(before)).toEqual([]);
  });

  await step("tells nothing of a lost connection", async () => {
    const before = await shown();
    await stage.browser.emulate({ offline: true });
    await check();
    await stage.browser.emulate({ offline: false });
    await check();
    await untilIdle(stage);
    expect(await newSince(before)).toEqual([]);
  });
});
