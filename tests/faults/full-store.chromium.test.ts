import { expect } from "vitest";
import { pressUntilDone } from "../e2e/stage/changes.ts";
import { connect } from "../e2e/stage/connect.ts";
import { untilIdle } from "../e2e/stage/idle.ts";
import { story } from "../e2e/stage/story.ts";
import { letTimePass } from "../e2e/stage/time.ts";

// Firefox has no quota of its own for an extension: there only a full disk ends it.
story("a store that is full", { scenario: "all-well" }, async (stage, step) => {
  await connect(stage);

  const badge = () => stage.browser.badge();

  /** Checks as a person does, waits until the popup says this, and returns all that it says then. */
  async function checkAndRead(says: string): Promise<string> {
    await letTimePass(stage, 20_000);
    const popup = await stage.browser.openPopup();
    await pressUntilDone(popup, "Check now");
    await popup.waitForText(says);
    const text = await popup.text();
    await popup.close();
    return text;
  }

  await step(
    "is told of on badge, tooltip and popup, when a connection breaks and that can't be stored",
    async () => {
      await untilIdle(stage);
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
      const said = await checkAndRead("could not be stored");
      expect(said).not.toMatch(/are working/);
      await expect.poll(async () => (await badge()).text).toBe("?");
      await expect.poll(async () => (await badge()).title).toMatch(/stor/i);
    },
  );

  await step("still tells of it after the worker was stopped", async () => {
    await stage.browser.stopWorker();
    const popup = await stage.browser.openPopup();
    await popup.waitForText("could not be stored");
    await popup.close();
    await untilIdle(stage);
    expect((await badge()).text).toBe("?");
  });

  await step("shows what is broken as soon as there is room again", async () => {
    await stage.browser.inExtension((browser) => browser.storage.local.remove("filler"));
    await checkAndRead("No access to Outlook");
    await expect.poll(async () => (await badge()).text).toBe("1");
  });
});
