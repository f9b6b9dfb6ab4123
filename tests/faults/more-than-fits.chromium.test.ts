import { expect } from "vitest";
import { pressUntilDone } from "../e2e/stage/changes.ts";
import { connect } from "../e2e/stage/connect.ts";
import { untilIdle } from "../e2e/stage/idle.ts";
import { storedStatus } from "../e2e/stage/stored.ts";
import { story } from "../e2e/stage/story.ts";
import { letTimePass } from "../e2e/stage/time.ts";

const ROOM = 300_000;

// Firefox has no quota of its own for an extension.
story("more calendars than there is room for", { scenario: "thousand" }, async (stage, step) => {
  const { browser, cal } = stage;
  await connect(stage);
  await untilIdle(stage);

  /** Checks as a person does, waits until the popup says this, and returns all that it says then. */
  async function checkAndRead(says: string): Promise<string> {
    await letTimePass(stage, 20_000);
    const popup = await browser.openPopup();
    await pressUntilDone(popup, "Check now");
    await popup.waitForText(says);
    const text = await popup.text();
    await popup.close();
    return text;
  }

  /** How many calendars are kept, and how many are not. */
  async function counts() {
    const { connections } = (await storedStatus(stage)).state;
    const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
    return {
      kept: sum(connections.map(({ calendars }) => calendars.length)),
      notKept: sum(connections.map(({ notKept = 0 }) => notKept)),
    };
  }

  await step("are watched as far as there is room, and it is said how many that are", async () => {
    await browser.inExtension(async (api, room) => {
      const { local } = api.storage as unknown as {
        local: typeof api.storage.local & { QUOTA_BYTES: number };
      };
      const names = Object.keys(await local.get(null));
      await local.remove(names.filter((name) => /^(status|history|checks):/.test(name)));
      const left = local.QUOTA_BYTES - (await local.getBytesInUse(null)) - room;
      await local.set({ filler: "x".repeat(left - "filler".length - 2) });
    }, ROOM);
    const said = await checkAndRead("of 1,000 calendars");
    expect(said).not.toMatch(/are working/);
    const { kept, notKept } = await counts();
    expect(said).toContain(`Watching ${kept} of 1,000 calendars`);
    expect(kept + notKept).toBe(1_000);
    expect(kept).toBeGreaterThan(300);
    await expect.poll(async () => (await browser.badge()).title).toContain(`Watching ${kept} of 1,000`);
  });

  await step("leave room for what breaks, which is told before", async () => {
    cal.control({ action: "break", credentialId: 1_010, how: "revoked" });
    const said = await checkAndRead("No access to");
    expect(said).toContain("of 1,000 calendars.");
    const { connections } = (await storedStatus(stage)).state;
    expect(connections.find(({ credentialId }) => credentialId === 1_010)?.condition).toBe("broken");
    await expect.poll(async () => (await browser.badge()).text).toMatch(/^[1-9]/);
    expect((await counts()).notKept).toBeGreaterThan(0);
  });

  await step("are all watched again once there is room", async () => {
    cal.control({ action: "mend", credentialId: 1_010 });
    await browser.inExtension((api) => api.storage.local.remove("filler"));
    const said = await checkAndRead("are working");
    expect(said).not.toContain("no room");
    expect(await counts()).toEqual({ kept: 1_000, notKept: 0 });
  });
});
