import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Stage, setStage } from "../e2e/stage/stage.ts";
import { letTimePass } from "../e2e/stage/time.ts";
import { byRole } from "../support/browsers/control.ts";

// Firefox has no quota of its own for an extension: there only a full disk ends it.
describe("a store that is full", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ scenario: "all-well" });
    await connect(stage);
  });
  afterAll(() => stage?.close());

  const badge = () => stage.browser.badge();

  /** Checks as a person does, and returns what the popup says then. */
  async function checkAndRead(): Promise<string> {
    await letTimePass(stage, 20_000);
    const popup = await stage.browser.openPopup();
    await popup.click(byRole("button", "Check now"));
    await popup.waitFor(() => !document.querySelector("[aria-busy=true]"), 40_000);
    const text = await popup.text();
    await popup.close();
    return text;
  }

  it("is told of on badge, tooltip and popup, when a connection breaks and that can't be stored", async () => {
    await stage.browser.inExtension(async (browser) => {
      const { local } = browser.storage as unknown as {
        local: typeof browser.storage.local & { QUOTA_BYTES: number };
      };
      // These would give way to what is broken.
      const kept = Object.keys(await local.get(null));
      await local.remove(kept.filter((name) => /^(history|checks):/.test(name)));
      const room = local.QUOTA_BYTES - (await local.getBytesInUse(null));
      await local.set({ filler: "x".repeat(room - "filler".length - 2) });
    });
    stage.cal.control({ action: "break", credentialId: 212, how: "revoked" });
    const said = await checkAndRead();
    expect(said).toMatch(/could not be stored/);
    expect(said).not.toMatch(/are working/);
    await expect.poll(async () => (await badge()).text).toBe("?");
    expect((await badge()).title).toMatch(/stor/i);
  });

  it("still tells of it after the worker was stopped", async () => {
    await stage.browser.stopWorker();
    const popup = await stage.browser.openPopup();
    await popup.waitForText("could not be stored");
    await popup.close();
    expect((await badge()).text).toBe("?");
  });

  it("shows what is broken as soon as there is room again", async () => {
    await stage.browser.inExtension((browser) => browser.storage.local.remove("filler"));
    expect(await checkAndRead()).toContain("Outlook");
    await expect.poll(async () => (await badge()).text).toBe("1");
  });
});
