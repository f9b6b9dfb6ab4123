import { expect } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { brings, takesAway } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { untilIdle } from "./stage/idle.ts";
import { untilBadge } from "./stage/stage.ts";
import { storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { letTimePass } from "./stage/time.ts";

const HOUR = 60 * 60_000;
/** On the day on which clocks change a day has 25 hours. */
const DAY = 25 * HOUR;

story("snoozing", { scenario: "lively" }, async (stage, step) => {
  await connect(stage);
  await untilBadge(stage, "5");
  step.beforeEach(() => stage.browser.stopWorker());

  const badge = async () => (await stage.browser.badge()).text;
  const tooltip = async () => (await stage.browser.badge()).title;
  const until = async () => (await storedStatus(stage)).state.snoozeUntil ?? 0;

  async function snooze(length: string) {
    const popup = await stage.browser.openPopup();
    await popup.click(byRole("button", "Snooze"));
    await brings(popup, "Snoozed until", () => popup.click(byRole("button", length)));
    await popup.close();
  }

  async function endSnooze() {
    const popup = await stage.browser.openPopup();
    await takesAway(popup, "Snoozed until", () => popup.click(byRole("button", "End snooze")));
    await popup.close();
    await expect.poll(badge).toBe("5");
  }

  await step("empties the badge for an hour; the tooltip and the popup say so", async () => {
    const before = Date.now();
    await snooze("1 hour");
    expect(await until()).toBeGreaterThanOrEqual(before + HOUR);
    expect(await until()).toBeLessThanOrEqual(Date.now() + HOUR);
    await expect.poll(badge).toBe("");
    await expect.poll(tooltip).toContain("Snoozed until");
    expect(await tooltip()).toContain("5 things to look at.");
  });

  await step("goes on over a restart", async () => {
    const before = await until();
    await stage.browser.restart();
    await untilIdle(stage);
    expect(await badge()).toBe("");
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Snoozed until");
    await popup.close();
    await untilIdle(stage);
    expect(await until()).toBe(before);
    expect(await badge()).toBe("");
    expect(await tooltip()).toContain("Snoozed until");
  });

  await step("ends by hand", async () => {
    await endSnooze();
    await expect.poll(tooltip).not.toContain("Snoozed");
    expect(await until()).toBe(0);
  });

  await step("lasts until tomorrow: to eight in the morning, four hours away at least", async () => {
    const before = Date.now();
    await snooze("Until tomorrow");
    const end = new Date(await until());
    expect([end.getHours(), end.getMinutes()]).toEqual([8, 0]);
    expect(end.getTime() - before).toBeGreaterThanOrEqual(4 * HOUR);
    expect(end.getTime() - Date.now()).toBeLessThanOrEqual(DAY + 4 * HOUR);
    await expect.poll(badge).toBe("");
    await endSnooze();
  });

  await step("lasts a week, and then ends by itself", async () => {
    const before = Date.now();
    await snooze("A week");
    expect(await until()).toBeGreaterThanOrEqual(before + 7 * 24 * HOUR);
    await expect.poll(badge).toBe("");
    await stage.browser.stopWorker();
    await letTimePass(stage, 7 * 24 * HOUR - 60_000);
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Snoozed until");
    await popup.close();
    await untilIdle(stage);
    expect(await badge()).toBe("");
    await letTimePass(stage, 60_000);
    await expect.poll(badge).toBe("5");
    await expect.poll(tooltip).not.toContain("Snoozed");
  });
});
