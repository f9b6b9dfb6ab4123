import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Stage, setStage } from "./stage/stage.ts";
import { checkNow } from "./stage/time.ts";

/** A worker may have to start first. */
const PATIENTLY = { timeout: 15_000 };
const [GOOGLE, OUTLOOK] = [135, 212];

/** What is told when nobody looks. The worker is stopped between any two steps, as browsers do. */
describe("notifications", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ scenario: "all-well" });
    await stage.browser.notifications();
    await connect(stage);
  });
  afterAll(() => stage?.close());

  const shown = () => stage.browser.notifications();
  const count = async () => (await shown()).length;
  const breakIt = (credentialId: number) =>
    stage.cal.control({ action: "break", credentialId, how: "revoked" });
  const mend = (credentialId: number) => stage.cal.control({ action: "mend", credentialId });

  /** A check that has told all it had to tell, and a worker that sleeps after it. */
  async function check(): Promise<void> {
    await stage.browser.stopWorker();
    await checkNow(stage);
    await expect.poll(untold, PATIENTLY).toEqual([null]);
    await stage.browser.stopWorker();
  }

  const untold = () =>
    stage.browser.inExtension(async (browser) => {
      const all = await browser.storage.local.get(null);
      const statuses = Object.entries(all).filter(([name]) => name.startsWith("status:"));
      return statuses.map(([, status]) => (status as { untold?: unknown }).untold ?? null);
    });

  /** In each tab with the popup's page, what has the focus. */
  const focusedInTabs = () =>
    stage.browser.inExtension((browser) =>
      browser.extension
        .getViews({ type: "tab" })
        .filter(({ location }) => location.pathname === "/popup.html")
        .map(({ document }) => document.activeElement?.textContent ?? ""),
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

  it("tells nothing while all is well", async () => {
    await check();
    expect(await shown()).toEqual([]);
  });

  it("tells of a break once, whatever is checked after it", async () => {
    breakIt(OUTLOOK);
    await check();
    await expect.poll(count, PATIENTLY).toBe(1);
    await saysIfTold("Cal.com has lost access to Outlook Calendar");
    const [first] = await shown();
    await check();
    expect((await shown()).map(({ id }) => id)).toEqual([first?.id]);
  });

  it("opens the problem at a click, which starts the worker", async () => {
    const [first] = await shown();
    await stage.browser.clickNotification(first?.id ?? "");
    await expect
      .poll(focusedInTabs, PATIENTLY)
      .toEqual([expect.stringContaining("lost access to Outlook Calendar")]);
    await expect.poll(shown, PATIENTLY).toEqual([]);
  });

  it("opens the next one in the same tab", async () => {
    breakIt(GOOGLE);
    await check();
    await expect.poll(count, PATIENTLY).toBe(1);
    const [next] = await shown();
    await stage.browser.clickNotification(next?.id ?? "");
    await expect.poll(focusedInTabs, PATIENTLY).toEqual([expect.stringContaining("Google Calendar")]);
  });

  it("tells nothing again after a restart", async () => {
    await stage.browser.restart();
    await check();
    expect(await shown()).toEqual([]);
  });

  it("tells that it works again", async () => {
    mend(OUTLOOK);
    await check();
    await expect.poll(count, PATIENTLY).toBe(1);
    await saysIfTold("Outlook Calendar works again");
  });

  it("tells nothing while notifications are off, nor of it later", async () => {
    const before = await shown();
    await setNotifications(false);
    breakIt(OUTLOOK);
    await check();
    await setNotifications(true);
    await check();
    expect(await shown()).toEqual(before);
  });

  it("tells nothing of a lost connection", async () => {
    const before = await shown();
    await stage.browser.emulate({ offline: true });
    await check();
    await stage.browser.emulate({ offline: false });
    await check();
    expect(await shown()).toEqual(before);
  });
});
