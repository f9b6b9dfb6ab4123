import { expect } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { brings, pressUntilDone, takesAway } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { untilIdle } from "./stage/idle.ts";
import { calendarItem, fillIn, KEY, RED } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { letTimePass } from "./stage/time.ts";

/** One account from the first key to a break and back, and over a restart: the main job. */
story("watching one account", { scenario: "lively" }, async (stage, step) => {
  const badgeText = async () => (await stage.browser.badge()).text;

  await step("shows the set-up form and an empty badge before there is an account", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitForText("API key");
    await untilIdle(stage);
    expect((await stage.browser.badge()).text).toBe("");
    await popup.close();
  });

  await step("says who the key belongs to once it is connected from the popup", async () => {
    const popup = await stage.browser.openPopup();
    stage.cal.control({ action: "slow", ms: 2_000 });
    await brings(popup, "Connected as Dana Lopez", () => fillIn(popup, `  Bearer ${KEY}  `));
    const topOfButton = () =>
      popup.evaluate(() => document.querySelector(".connected .main")?.getBoundingClientRect().top ?? 0);
    expect(await popup.text()).toContain("for the first time");
    const top = await topOfButton();
    stage.cal.control({ action: "slow", ms: 0 });
    await popup.waitForText("As you want them?");
    // What is about to be pressed stays where it is.
    expect(await topOfButton()).toBe(top);
    await brings(popup, "Clinic rota", () => popup.click(byRole("button", "Open it")));
    await untilIdle(stage);
    expect(stage.cal.requests.map(({ path }) => path)).toEqual([
      "/v2/me",
      "/v2/calendars",
      "/v2/event-types",
    ]);
    await popup.close();
  });

  await step("lists every calendar with the words for what holds of it", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Clinic rota");
    expect(await calendarItem(popup, "dana@example.com")).toMatch(
      /Primary[\s\S]*Destination|Destination[\s\S]*Primary/,
    );
    const rota = await calendarItem(popup, "Team rota");
    expect(rota).toContain("Read-only");
    expect(rota).toContain("Not selected");
    const family = await calendarItem(popup, "Family");
    expect(family).toContain("Not selected");
    expect(family).not.toContain("Read-only");
    await popup.close();
  });

  await step("counts the flagged calendars on a blue badge, with a tooltip that says so", async () => {
    await expect.poll(badgeText).toBe("5");
    await expect.poll(async () => (await stage.browser.badge()).title).toMatch(/5 .*Last checked/s);
  });

  await step("turns red and tells the consequence when Google is revoked", async () => {
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    await letTimePass(stage, 20_000);
    const popup = await stage.browser.openPopup();
    await brings(popup, "Last known", () => popup.click(byRole("button", "Check now")));
    // What there is to say of a problem is loaded once there is one.
    await expect.poll(async () => (await popup.state("h1"))?.text).toBe("No access to Google");
    await popup.waitForText("No free times, or double bookings");
    await expect.poll(async () => (await stage.browser.badge()).color.slice(0, 3)).toEqual(RED);
    expect(await calendarItem(popup, "Family")).toContain("Last known");
    await popup.close();
  });

  await step("is right again when Google is mended and the destination is back", async () => {
    stage.cal.control({ action: "mend", credentialId: 135 });
    stage.cal.control({ action: "destination", credentialId: 135, externalId: "dana@example.com" });
    await letTimePass(stage, 20_000);
    const popup = await stage.browser.openPopup();
    await takesAway(popup, "Last known", () => popup.click(byRole("button", "Check now")));
    await expect.poll(badgeText).toBe("5");
    await popup.close();
  });

  await step("obeys a Check now that comes too early as soon as Cal.com may be asked again", async () => {
    await letTimePass(stage, 20_000);
    const popup = await stage.browser.openPopup();
    const before = stage.cal.requests.length;
    await pressUntilDone(popup, "Check now");
    await pressUntilDone(popup, "Check now");
    await untilIdle(stage);
    const [first, second, ...more] = stage.cal.requests.slice(before);
    expect(more).toEqual([]);
    // Until then Cal.com would repeat its last answer.
    expect((second?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThan(10_000);
    await popup.close();
  });

  await step("has the badge right after a restart before any request is answered", async () => {
    const before = stage.cal.requests.length;
    stage.cal.control({ action: "server", mode: "hang" });
    await stage.browser.restart();
    await expect.poll(badgeText).toBe("5");
    expect(stage.cal.requests.slice(before).every(({ path }) => path === "/v2/calendars")).toBe(true);
    stage.cal.control({ action: "server", mode: "normal" });
  });

  await step("has the badge right after the worker was stopped and wakes to answer the popup", async () => {
    await stage.browser.stopWorker();
    expect((await stage.browser.badge()).text).toBe("5");
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Clinic rota");
    await popup.close();
    await untilIdle(stage);
    expect((await stage.browser.badge()).text).toBe("5");
  });
});

story("an account connected from the options page", { scenario: "all-well" }, async (stage, step) => {
  await step("says who it is and where, and is watched at once", async () => {
    await connect(stage);
    const options = await stage.browser.openPage("options.html");
    await options.waitForText("dana@example.com");
    await expect.poll(async () => (await stage.browser.badge()).title).toContain("3 calendars");
    await untilIdle(stage);
    expect((await stage.browser.badge()).text).toBe("");
  });
});
