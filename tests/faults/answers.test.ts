import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { calendarItem, connect, type Stage, setStage } from "../e2e/stage/stage.ts";
import { checkNow, letTimePass } from "../e2e/stage/time.ts";

const HOUR = 3_600_000;

/** What goes wrong between here and Cal.com says nothing about the calendars. */
describe("an answer that is none", () => {
  let stage: Stage;
  let before: { text: string; title: string };

  beforeAll(async () => {
    stage = await setStage({ scenario: "lively" });
    await connect(stage);
    await vi.waitFor(async () => expect((await stage.browser.badge()).text).toBe("5"), 5_000);
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    stage.cal.control({ action: "server", mode: "normal" });
    stage.cal.control({ action: "key", state: "valid" });
    await checkNow(stage);
    before = await stage.browser.badge();
  });

  it.each([
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
  ])("changes neither badge nor list: %s", async (mode) => {
    stage.cal.control({ action: "server", mode });
    const asked = stage.cal.requests.length;
    await checkNow(stage);
    expect(stage.cal.requests.length).toBeGreaterThan(asked);
    expect((await stage.browser.badge()).text).toBe(before.text);
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Clinic rota");
    expect(await calendarItem(popup, "Clinic rota")).not.toContain("Last known");
    await popup.close();
  });

  it("is left alone after a rate limit, also when the person asks, until the time that Cal.com names is over", async () => {
    await letTimePass(stage, HOUR);
    await checkNow(stage);
    stage.cal.control({ action: "server", mode: "rate-limited" });
    await checkNow(stage);
    const asked = stage.cal.requests.length;
    await checkNow(stage);
    expect(stage.cal.requests.length).toBe(asked);
    expect((await stage.browser.badge()).text).toBe(before.text);
    stage.cal.control({ action: "server", mode: "normal" });
    await checkNow(stage, HOUR);
    expect(stage.cal.requests.length).toBeGreaterThan(asked);
  });
});

describe("an account that can't be asked", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ scenario: "all-well" });
    await connect(stage);
  });
  afterAll(() => stage?.close());

  const badge = async () => (await stage.browser.badge()).text;

  it("is a grey ? once Cal.com could not be reached for more than two hours and nothing else counts", async () => {
    stage.cal.control({ action: "server", mode: "gone" });
    await checkNow(stage, 3 * HOUR);
    await expect.poll(badge).toBe("?");
    expect((await stage.browser.badge()).title).toMatch(/reach/);
    stage.cal.control({ action: "server", mode: "normal" });
    await checkNow(stage);
    await expect.poll(badge).toBe("");
  });

  it.each(["expired", "deleted", "unknown"])("is a red ! when Cal.com rejects the key: %s", async (state) => {
    stage.cal.control({ action: "key", state });
    await checkNow(stage);
    await expect.poll(badge).toBe("!");
    stage.cal.control({ action: "key", state: "valid" });
    await checkNow(stage);
    await expect.poll(badge).toBe("");
  });
});
