import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { calendarItem, connect, fillIn, KEY, type Stage, setStage } from "./stage/stage.ts";
import { letTimePass } from "./stage/time.ts";

const RED = [0xb3, 0x26, 0x1e];

/** One account from the first key to a break and back, and over a restart: the main job. */
describe("watching one account", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ scenario: "lively" });
  });
  afterAll(() => stage?.close());

  const badgeText = async () => (await stage.browser.badge()).text;

  it("shows the set-up form and an empty badge before there is an account", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitForText("API key");
    expect((await stage.browser.badge()).text).toBe("");
    await popup.close();
  });

  it("says who the key belongs to once it is connected from the popup", async () => {
    const popup = await stage.browser.openPopup();
    await fillIn(popup, `  Bearer ${KEY}  `);
    await popup.waitForText("Clinic rota");
    expect(stage.cal.requests.map(({ path }) => path)).toEqual(["/v2/me", "/v2/calendars"]);
    await popup.close();
  });

  it("lists every calendar with the words for what holds of it", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Clinic rota");
    expect(await calendarItem(popup, "dana@example.com")).toMatch(
      /Primary[\s\S]*Destination|Destination[\s\S]*Primary/,
    );
    const holidays = await calendarItem(popup, "Holidays in United States");
    expect(holidays).toContain("Read-only");
    expect(holidays).toContain("Not selected");
    const family = await calendarItem(popup, "Family");
    expect(family).toContain("Not selected");
    expect(family).not.toContain("Read-only");
    await popup.close();
  });

  it("counts the flagged calendars on a blue badge, with a tooltip that says so", async () => {
    await expect.poll(badgeText).toBe("5");
    expect((await stage.browser.badge()).title).toMatch(/5 .*Last checked/s);
  });

  it("turns red and tells the consequence when Google is revoked", async () => {
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    await letTimePass(stage, 20_000);
    const popup = await stage.browser.openPopup();
    await popup.click(byRole("button", "Check now"));
    await popup.waitForText("Google Calendar", 25_000);
    await popup.waitForText("Last known", 25_000);
    const text = await popup.text();
    expect(text).toMatch(/problem/);
    expect(text).toMatch(/double/i);
    await expect.poll(async () => (await stage.browser.badge()).color.slice(0, 3)).toEqual(RED);
    expect(await calendarItem(popup, "Family")).toContain("Last known");
    await popup.close();
  });

  it("is right again when Google is mended and the destination is back", async () => {
    stage.cal.control({ action: "mend", credentialId: 135 });
    stage.cal.control({ action: "destination", credentialId: 135, externalId: "dana@example.com" });
    await letTimePass(stage, 20_000);
    const popup = await stage.browser.openPopup();
    await popup.click(byRole("button", "Check now"));
    await popup.waitFor(() => !document.body.textContent?.includes("Last known"), 25_000);
    await expect.poll(badgeText).toBe("5");
    await popup.close();
  });

  it("obeys a Check now that comes too early as soon as Cal.com may be asked again", async () => {
    await letTimePass(stage, 20_000);
    const popup = await stage.browser.openPopup();
    const before = stage.cal.requests.length;
    await popup.click(byRole("button", "Check now"));
    await popup.waitFor(() => !document.querySelector("[aria-busy=true]"), 30_000);
    await popup.click(byRole("button", "Check now"));
    await popup.waitFor(() => !document.querySelector("[aria-busy=true]"), 30_000);
    const [first, second, ...more] = stage.cal.requests.slice(before);
    expect(more).toEqual([]);
    expect((second?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThanOrEqual(14_900);
    await popup.close();
  });

  it("has the badge right after a restart before any request is answered", async () => {
    const before = stage.cal.requests.length;
    stage.cal.control({ action: "server", mode: "hang" });
    await stage.browser.restart();
    await expect.poll(badgeText, { timeout: 10_000 }).toBe("5");
    expect(stage.cal.requests.slice(before).every(({ path }) => path === "/v2/calendars")).toBe(true);
    stage.cal.control({ action: "server", mode: "normal" });
  });

  it("has the badge right after the worker was stopped and wakes to answer the popup", async () => {
    await stage.browser.stopWorker();
    expect((await stage.browser.badge()).text).toBe("5");
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Clinic rota");
    await popup.close();
  });
});

describe("an account connected from the options page", () => {
  it("says who it is and where, and is watched at once", async () => {
    const stage = await setStage({ scenario: "all-well" });
    try {
      await connect(stage);
      const options = await stage.browser.openPage("options.html");
      await options.waitForText("dana@example.com");
      await expect.poll(async () => (await stage.browser.badge()).title).toContain("3 calendars");
      expect((await stage.browser.badge()).text).toBe("");
    } finally {
      await stage.close();
    }
  });
});
