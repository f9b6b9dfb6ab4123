import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connect, type Stage, setStage } from "../e2e/stage/stage.ts";
import { checkNow, letTimePass } from "../e2e/stage/time.ts";
import { byRole } from "../support/browsers/control.ts";

/** Browsers end the worker whenever they like, and disks lose what was written. */
describe("a worker that is stopped and records that are damaged", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ scenario: "lively" });
    await connect(stage);
    await vi.waitFor(async () => expect((await stage.browser.badge()).text).toBe("5"), 5_000);
  });
  afterAll(() => stage?.close());

  it("checks again after it was stopped while Cal.com was thinking", async () => {
    stage.cal.control({ action: "server", mode: "hang" });
    await letTimePass(stage, 20_000);
    const popup = await stage.browser.openPopup();
    const asked = stage.cal.requests.length;
    await popup.click(byRole("button", "Check now"));
    await expect.poll(() => stage.cal.requests.length, { timeout: 10_000 }).toBeGreaterThan(asked);
    await popup.close();
    await stage.browser.stopWorker();
    stage.cal.control({ action: "server", mode: "normal" });
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    await checkNow(stage);
    await expect.poll(async () => Number((await stage.browser.badge()).text)).toBeGreaterThan(0);
    const popupAgain = await stage.browser.openPopup();
    await popupAgain.waitForText("Last known");
    await popupAgain.close();
    stage.cal.control({ action: "mend", credentialId: 135 });
  });

  it("backs off after failures, and remembers that when it is stopped", async () => {
    stage.cal.control({ action: "server", mode: "html-502" });
    await checkNow(stage);
    await checkNow(stage);
    const next = () =>
      stage.browser.inExtension(async (browser) => {
        const all = await browser.storage.local.get(null);
        const [, status] = Object.entries(all).find(([name]) => name.startsWith("status:")) ?? [];
        return (status as { nextCheckAt: number }).nextCheckAt - Date.now();
      });
    expect(await next()).toBeGreaterThan(60_000);
    const asked = stage.cal.requests.length;
    await stage.browser.stopWorker();
    const page = await stage.browser.openPopup();
    await page.waitForText("Clinic rota");
    await page.close();
    expect(await next()).toBeGreaterThan(50_000);
    expect(stage.cal.requests.length).toBe(asked);
    stage.cal.control({ action: "server", mode: "normal" });
  });

  it("goes on with the rest when a status record is damaged, and sets it aside", async () => {
    await stage.browser.inExtension(async (browser) => {
      const all = await browser.storage.local.get(null);
      const name = Object.keys(all).find((key) => key.startsWith("status:")) ?? "";
      await browser.storage.local.set({ [name]: { version: 1, state: "lost", nextCheckAt: null } });
    });
    await stage.browser.stopWorker();
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Dana Lopez");
    await popup.click(byRole("button", "Check now"));
    await popup.waitForText("Clinic rota", 30_000);
    await popup.close();
    const names = await stage.browser.inExtension(async (browser) =>
      Object.keys(await browser.storage.local.get(null)),
    );
    expect(names.filter((name) => name.startsWith("damaged:status:"))).toHaveLength(1);
  });

  it("leaves a record of a newer version untouched and says so", async () => {
    await stage.browser.inExtension((browser) =>
      browser.storage.local.set({ accounts: { version: 99, accounts: "of tomorrow" } }),
    );
    const popup = await stage.browser.openPopup();
    await popup.waitForText("newer");
    await popup.close();
    const kept = await stage.browser.inExtension(async (browser) => browser.storage.local.get("accounts"));
    expect(kept).toEqual({ accounts: { version: 99, accounts: "of tomorrow" } });
  });
});
