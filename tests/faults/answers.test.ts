import { expect } from "vitest";
import { findingsIn } from "../e2e/stage/actions.ts";
import { connect } from "../e2e/stage/connect.ts";
import { untilIdle } from "../e2e/stage/idle.ts";
import { calendarItem, untilBadge } from "../e2e/stage/stage.ts";
import { storedStatus } from "../e2e/stage/stored.ts";
import { story } from "../e2e/stage/story.ts";
import { checkNow, letTimePass, untilChecked } from "../e2e/stage/time.ts";
import { TELLS_ALL } from "../tells-all.ts";

const HOUR = 3_600_000;

/** What goes wrong between here and Cal.com says nothing about the calendars. */
story("an answer that is none", { scenario: "lively" }, async (stage, step) => {
  await connect(stage);
  await untilBadge(stage, "5");
  const findings = async () => findingsIn((await storedStatus(stage)).state);
  step.beforeEach(async () => {
    stage.cal.control({ action: "server", mode: "normal" });
    await checkNow(stage);
    await untilBadge(stage, "5");
  });

  // Each popup costs as much as ten checks.
  const SEEN_IN_POPUP = ["truncated", "html-200"];
  for (const mode of [
    "gone",
    "nest-500",
    "envelope-500",
    "html-502",
    "html-200",
    "truncated",
    "cut-off",
    "oversize",
    "redirect",
    "no-api-v2",
    "edge-429",
  ]) {
    await step(`changes neither badge nor list: ${mode}`, async () => {
      const before = await findings();
      stage.cal.control({ action: "server", mode });
      const asked = stage.cal.requests.length;
      await checkNow(stage);
      await untilIdle(stage);
      expect(stage.cal.requests.length).toBeGreaterThan(asked);
      expect((await stage.browser.badge()).text).toBe("5");
      expect(await findings()).toEqual(before);
      if (!TELLS_ALL && !SEEN_IN_POPUP.includes(mode)) return;
      const popup = await stage.browser.openPopup();
      await popup.waitForText("Clinic rota");
      expect(await calendarItem(popup, "Clinic rota")).not.toContain("Last known");
      await popup.close();
    });
  }

  await step(
    "is left alone after a rate limit, also when the person asks, until the time that Cal.com names is over",
    async () => {
      await letTimePass(stage, HOUR);
      await checkNow(stage);
      stage.cal.control({ action: "server", mode: "rate-limited" });
      await checkNow(stage);
      const asked = stage.cal.requests.length;
      await checkNow(stage);
      await untilIdle(stage);
      expect(stage.cal.requests.length).toBe(asked);
      expect((await stage.browser.badge()).text).toBe("5");
      stage.cal.control({ action: "server", mode: "normal" });
      await untilChecked(stage, HOUR);
      expect(stage.cal.requests.length).toBeGreaterThan(asked);
    },
  );
});

story("an account that can't be asked", { scenario: "all-well" }, async (stage, step) => {
  await connect(stage);

  const badge = async () => (await stage.browser.badge()).text;

  await step(
    "is a grey ? once Cal.com was tried for more than two hours without being reached, but not after one night asleep",
    async () => {
      stage.cal.control({ action: "server", mode: "gone" });
      await untilChecked(stage, 10 * HOUR);
      await untilIdle(stage);
      expect(await badge()).toBe("");
      for (let tried = 0; tried < 3; tried++) await untilChecked(stage, HOUR);
      await expect.poll(badge).toBe("?");
      await expect.poll(async () => (await stage.browser.badge()).title).toMatch(/reach/);
      stage.cal.control({ action: "server", mode: "normal" });
      await checkNow(stage);
      await expect.poll(badge).toBe("");
    },
  );

  for (const state of ["expired", "deleted", "unknown"]) {
    await step(`is a red ! when Cal.com rejects the key: ${state}`, async () => {
      stage.cal.control({ action: "key", state });
      await checkNow(stage);
      await expect.poll(badge).toBe("!");
      stage.cal.control({ action: "key", state: "valid" });
      await checkNow(stage);
      await expect.poll(badge).toBe("");
    });
  }
});
