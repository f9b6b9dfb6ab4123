import { expect } from "vitest";
import { connect } from "../e2e/stage/connect.ts";
import { untilIdle } from "../e2e/stage/idle.ts";
import { story } from "../e2e/stage/story.ts";
import { checkNow, untilChecked } from "../e2e/stage/time.ts";

/** Longer than a doubt lasts that every answer repeats. */
const CONFIRMED_BY_MS = 310_000;
const FAMILY = { credentialId: 135, externalId: "family0123@group.calendar.google.com" };

/** What may be a passing hiccup is looked at again before it counts. */
story("a doubtful answer", { scenario: "all-well" }, async (stage, step) => {
  await connect(stage);

  const badge = async () => (await stage.browser.badge()).text;
  /** It is empty before and has to be so afterwards. */
  async function expectNothingCounted(): Promise<void> {
    await untilIdle(stage);
    expect(await badge()).toBe("");
  }

  await step("does not count a connection that fails once", async () => {
    stage.cal.control({ action: "break", credentialId: 212, how: "transient" });
    await checkNow(stage);
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Checking again");
    await popup.close();
    await expectNothingCounted();
    await checkNow(stage);
    await expectNothingCounted();
  });

  await step(
    "counts it when an answer five minutes later says the same, and not any more when it is healthy",
    async () => {
      stage.cal.control({ action: "break", credentialId: 212, how: "failing" });
      await checkNow(stage);
      await expectNothingCounted();
      await checkNow(stage);
      await expectNothingCounted();
      await untilChecked(stage, CONFIRMED_BY_MS);
      await expect.poll(badge).toBe("1");
      stage.cal.control({ action: "mend", credentialId: 212 });
      await checkNow(stage);
      await expect.poll(badge).toBe("");
    },
  );

  await step(
    "counts a selected calendar that vanished from its account only when it is still gone",
    async () => {
      stage.cal.control({ action: "drop", ...FAMILY });
      await checkNow(stage);
      await expectNothingCounted();
      await untilChecked(stage, CONFIRMED_BY_MS);
      await expect.poll(badge).toBe("1");
      stage.cal.control({ action: "bring", ...FAMILY });
      await checkNow(stage);
      await expect.poll(badge).toBe("");
    },
  );

  await step("doubts a list that is suddenly empty, and with it that the destination is lost", async () => {
    const [user] = stage.cal.world.users;
    const { connections = [], destination = null } = user ?? {};
    if (user) user.connections = [];
    await checkNow(stage);
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Checking again");
    await popup.close();
    await expectNothingCounted();
    if (user) Object.assign(user, { connections, destination });
    await checkNow(stage);
    await expectNothingCounted();
  });
});
