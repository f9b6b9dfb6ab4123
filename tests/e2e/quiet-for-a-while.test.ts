import { expect } from "vitest";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { openFold, press } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { fillIn, KEY, untilBadge } from "./stage/stage.ts";
import { storedAccounts, storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow, letTimePass } from "./stage/time.ts";
import { expectTold, watchNotifications } from "./stage/told.ts";
import { setStageWith } from "./stage/two-servers.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const REVOKED = "No access to Outlook";

story("expecting a problem for a day", { scenario: "all-well" }, async (stage, step) => {
  await stage.browser.notifications();
  await connect(stage);
  step.beforeEach(() => stage.browser.stopWorker());

  const badge = async () => (await stage.browser.badge()).text;
  const told = async () => (await stage.browser.notifications()).length;

  await step("marks it with a note and an end, which stand where what is expected is listed", async () => {
    stage.cal.control({ action: "break", credentialId: 212, how: "revoked" });
    // Looked for meanwhile: the browser takes it away after a few seconds.
    await Promise.all([checkNow(stage), expect.poll(told, { timeout: 60_000 }).toBe(1)]);
    await expect.poll(badge).toBe("1");
    const popup = await stage.browser.openPopup();
    await press(popup, "Expected for how long?", REVOKED);
    await popup.type(byLabel("Note (optional)"), "Moved to another tenant");
    await brings(popup, "Marked as expected until", () => popup.click(byRole("button", "For a day")));
    await expect.poll(badge).toBe("");
    await openFold(popup, "check");
    await popup.waitForText("Moved to another tenant");
    await popup.waitForText("Until ");
    await popup.close();
  });

  await step("is neither counted nor told for that day, over checks and a restart", async () => {
    await letTimePass(stage, DAY - 2 * HOUR);
    await checkNow(stage);
    await stage.browser.restart();
    // The browser has forgotten the first one with its restart.
    await watchNotifications(stage);
    await untilIdle(stage);
    expect(await badge()).toBe("");
    expect((await storedStatus(stage)).state.findings).toMatchObject([
      { kind: "connection-error", acknowledged: true, note: "Moved to another tenant" },
    ]);
  });

  await step("counts again when the day is over, and is not told a second time", async () => {
    await letTimePass(stage, 2 * HOUR);
    await checkNow(stage);
    await expect.poll(badge).toBe("1");
    await expectTold(stage, []);
    const popup = await stage.browser.openPopup();
    await popup.waitForText(REVOKED);
    expect(await popup.text()).not.toContain("marked as expected");
    await popup.close();
  });
});

const setTwoServers = () => setStageWith("api.cal.eu", "all-well", { scenario: "all-well" });

story("snoozing one problem and one account", setTwoServers, async (stage, step) => {
  const { other: eu } = stage;
  await stage.browser.notifications();
  await connect(stage);
  const page = await stage.browser.openPage("options.html", { width: 800, height: 900 });
  await page.click(byRole("button", "Add account"));
  await brings(page, "Connected as", () => fillIn(page, KEY, "Cal.com EU"));
  await page.close();
  await untilBadge(stage, "");
  step.beforeEach(() => stage.browser.stopWorker());

  const badge = async () => (await stage.browser.badge()).text;
  const tooltip = async () => (await stage.browser.badge()).title;
  const seen = new Set<string>();
  /** Notifications that were not there when this was last looked at. The browser takes them away after a while. */
  const fresh = async () => (await stage.browser.notifications()).filter(({ id }) => !seen.has(id)).length;
  const noteSeen = async () => {
    for (const { id } of await stage.browser.notifications()) seen.add(id);
  };

  await step("keeps one of two problems quiet, and in sight with its end", async () => {
    for (const credentialId of [135, 212])
      stage.cal.control({ action: "break", credentialId, how: "revoked" });
    await checkNow(stage);
    await expect.poll(fresh).toBe(1);
    await noteSeen();
    const before = Number(await badge());
    const popup = await stage.browser.openPopup();
    await press(popup, "Snooze this", REVOKED);
    await brings(popup, "Snoozed until", () => popup.click(byRole("button", "1 hour")));
    await expect.poll(badge).toBe(String(before - 1));
    await expect.poll(tooltip).toContain("1 problem is snoozed.");
    await popup.close();
  });

  await step("is not told when it ends and comes back meanwhile", async () => {
    stage.cal.control({ action: "mend", credentialId: 212 });
    await checkNow(stage);
    stage.cal.control({ action: "break", credentialId: 212, how: "revoked" });
    await checkNow(stage);
    await untilIdle(stage);
    expect(await fresh()).toBe(0);
    const { findings, snoozed } = (await storedStatus(stage)).state;
    expect(snoozed).toHaveLength(1);
    expect(findings.filter(({ notified }) => notified.length === 0)).toMatchObject(
      snoozed.map(({ kind, subject }) => ({ kind, subject })),
    );
  });

  await step("is told after its end, since it was new meanwhile", async () => {
    await letTimePass(stage, HOUR);
    await checkNow(stage);
    const untold = async () =>
      (await storedStatus(stage)).state.findings.filter(({ notified }) => notified.length === 0);
    await expect.poll(untold).toEqual([]);
    await expect.poll(tooltip).not.toContain("snoozed");
  });

  await step("keeps one of two accounts quiet, says which, and tells of the other", async () => {
    const [first] = await storedAccounts(stage);
    const popup = await stage.browser.openPopup();
    await popup.click(byRole("button", "Snooze"));
    await popup.waitForText("Snooze, with no badge");
    // Firefox does not count what can be chosen in a list as text of the page.
    const choices = await popup.evaluate((id: string) => {
      const select = document.querySelector<HTMLSelectElement>(".snooze-row select");
      if (!select) return [];
      select.value = id;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      return [...select.options].map(({ text }) => text);
    }, first?.id ?? "");
    expect(choices).toEqual(["All accounts", "Dana Lopez · Cal.com", "Dana Lopez · Cal.com EU"]);
    await brings(popup, "is snoozed until", () => popup.click(byRole("button", "A week")));
    await expect.poll(badge).toBe("");
    await expect.poll(tooltip).toContain("is snoozed until");
    await popup.close();
    eu.control({ action: "break", credentialId: 212, how: "revoked" });
    await noteSeen();
    await checkNow(stage);
    await expect.poll(badge).toBe("1");
    await expect.poll(fresh).toBe(1);
  });
});
