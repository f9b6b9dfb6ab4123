import { expect } from "vitest";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { untilIdle } from "./stage/idle.ts";
import { fillIn, KEY, waitForAlert } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { setStageWith } from "./stage/two-servers.ts";

const setTwoServers = () => setStageWith("api.cal.eu", "all-well");

/** What is wrong with a set-up gets a sentence of its own, keeps what was typed and stores nothing. */
story("a set-up that does not work", setTwoServers, async (stage, step) => {
  const { other: europe } = stage;
  europe.control({ action: "key", state: "unknown" });
  const page = await stage.browser.openPage("options.html");
  step.beforeEach(async () => {
    stage.cal.control({ action: "server", mode: "normal" });
    stage.cal.control({ action: "key", state: "valid" });
    stage.browser.setHosts({ "api.cal.com": stage.cal.port, "api.cal.eu": europe.port });
  });

  /** Tries a key, and waits for what is said of it: what was said of the one before goes when another is typed. */
  async function tryKey(key: string, says: RegExp, region?: string): Promise<void> {
    await fillIn(page, key, region, async () => {
      await expect.poll(() => page.texts("alert")).toEqual([]);
    });
    await waitForAlert(page, says);
  }

  async function expectNothingLost(key: string): Promise<void> {
    await untilIdle(stage);
    expect((await page.state(byLabel("API key")))?.value).toBe(key);
    const stored = await stage.browser.inExtension((browser) => browser.storage.local.get(null));
    expect(Object.keys(stored).filter((name) => /^(key|status):/.test(name))).toEqual([]);
    expect(JSON.stringify(stored)).not.toContain(key);
  }

  await step("asks for a key when there is none", async () => {
    await page.click(byRole("button", "Connect"));
    await waitForAlert(page, /key/i);
    await untilIdle(stage);
    expect(stage.cal.requests).toEqual([]);
  });

  await step(
    "names the other region, self-hosted servers and that keys expire, and asks no other region",
    async () => {
      await tryKey("cal_live_wrong", /expired.*30 days.*other region.*self-hosted/i);
      await expectNothingLost("cal_live_wrong");
      expect(europe.requests).toEqual([]);
    },
  );

  await step("sends the key to the other region only when the person chooses it", async () => {
    await tryKey("cal_live_wrong", /region/i, "Cal.com EU");
    expect(europe.requests.map(({ path }) => path)).toEqual(["/v2/me"]);
  });

  await step("says that the key has expired", async () => {
    stage.cal.control({ action: "key", state: "expired" });
    await tryKey(KEY, /expired/i);
    await expectNothingLost(KEY);
  });

  await step("says beside the link to make a key that it is to have no end", async () => {
    expect(await page.text()).toMatch(/Make a key in Cal\.com.*Never expires.*30 days/s);
    await page.select(byRole("combobox", "Region"), "Self-hosted");
    expect(await page.text()).toMatch(/Never expires.*30 days/s);
    await page.select(byRole("combobox", "Region"), "Cal.com");
  });

  await step("says of a token that it may not tell whose it is", async () => {
    stage.cal.control({ action: "key", state: "insufficient-scope" });
    await tryKey(KEY, /token may not/i);
    await expectNothingLost(KEY);
  });

  await step("says what Cal.com itself says", async () => {
    stage.cal.control({ action: "server", mode: "envelope-404" });
    await tryKey(KEY, /^Cal\.com says: Calendar credentials not found \(404\)\.$/);
    await expectNothingLost(KEY);
  });

  await step("says that the address sends elsewhere, and goes there with no key", async () => {
    stage.cal.control({ action: "server", mode: "redirect" });
    const first = stage.cal.requests.length;
    await tryKey(KEY, /elsewhere.*sign-in page/);
    await expectNothingLost(KEY);
    expect(stage.cal.requests.slice(first).map(({ path }) => path)).toEqual(["/v2/me"]);
  });

  await step("says how long to wait when Cal.com limits the rate", async () => {
    stage.cal.control({ action: "server", mode: "rate-limited" });
    await tryKey(KEY, /too many|limit/i);
    await expectNothingLost(KEY);
  });

  await step("says that there is no API v2 when a web page answers", async () => {
    stage.cal.control({ action: "server", mode: "no-api-v2" });
    await tryKey(KEY, /API/);
    await expectNothingLost(KEY);
  });

  await step("says that Cal.com failed when it answers with an error of its own", async () => {
    stage.cal.control({ action: "server", mode: "html-502" });
    await tryKey(KEY, /502/);
    await expectNothingLost(KEY);
  });

  await step("says that the server can't be reached when nothing answers", async () => {
    stage.browser.setHosts({});
    await tryKey(KEY, /reach/i);
    await expectNothingLost(KEY);
  });

  await step("says that the machine is offline", async () => {
    await stage.browser.emulate({ offline: true });
    await tryKey(KEY, /offline/i);
    await stage.browser.emulate({ offline: false });
    await expectNothingLost(KEY);
  });

  await step("refuses a key with characters that no key has", async () => {
    await tryKey("cal_live_\u043a\u043b\u044e\u0447", /character/i);
  });

  await step("connects with what is still typed as soon as the trouble is over", async () => {
    await brings(page, "Connected as", () => fillIn(page, KEY));
    expect((await page.state(byLabel("API key")))?.value ?? "").toBe("");
  });
});
