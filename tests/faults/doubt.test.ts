import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Stage, setStage } from "../e2e/stage/stage.ts";
import { checkNow } from "../e2e/stage/time.ts";

const FAMILY = { credentialId: 135, externalId: "family0123@group.calendar.google.com" };

/** What may be a passing hiccup is looked at again before it counts. */
describe("a doubtful answer", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ scenario: "all-well" });
    await connect(stage);
  });
  afterAll(() => stage?.close());

  const badge = async () => (await stage.browser.badge()).text;

  it("does not count a connection that fails once", async () => {
    stage.cal.control({ action: "break", credentialId: 212, how: "transient" });
    await checkNow(stage);
    const popup = await stage.browser.openPopup();
    await popup.waitForText("again");
    await popup.close();
    await expect.poll(badge).toBe("");
    await checkNow(stage);
    await expect.poll(badge).toBe("");
  });

  it("counts it when a second answer says the same, and not any more when it is healthy", async () => {
    stage.cal.control({ action: "break", credentialId: 212, how: "failing" });
    await checkNow(stage);
    await expect.poll(badge).toBe("");
    await checkNow(stage);
    await expect.poll(badge).toBe("1");
    stage.cal.control({ action: "mend", credentialId: 212 });
    await checkNow(stage);
    await expect.poll(badge).toBe("");
  });

  it("counts a selected calendar that vanished from its account only when it is still gone", async () => {
    stage.cal.control({ action: "drop", ...FAMILY });
    await checkNow(stage);
    await expect.poll(badge).toBe("");
    await checkNow(stage);
    await expect.poll(badge).toBe("1");
    stage.cal.control({ action: "bring", ...FAMILY });
    await checkNow(stage);
    await expect.poll(badge).toBe("");
  });

  it("doubts a list that is suddenly empty", async () => {
    const [user] = stage.cal.world.users;
    const { connections = [], destination = null } = user ?? {};
    if (user) user.connections = [];
    await checkNow(stage);
    // The destination is lost at once: that Cal.com has really forgotten.
    await expect.poll(badge).toBe("1");
    if (user) Object.assign(user, { connections, destination });
    await checkNow(stage);
    await expect.poll(badge).toBe("");
  });
});
