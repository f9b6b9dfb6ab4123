import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../support/browsers/control.ts";
import type { FakeCal } from "../support/fake-cal/server.ts";
import { fillIn, KEY, type Stage, setStage, startTlsCal, waitForAlert } from "./stage/stage.ts";

/** What is wrong with a set-up gets a sentence of its own, keeps what was typed and stores nothing. */
describe("a set-up that does not work", () => {
  let stage: Stage;
  let europe: FakeCal;
  let page: ExtensionPage;

  beforeAll(async () => {
    europe = await startTlsCal("api.cal.eu", "all-well");
    europe.control({ action: "key", state: "unknown" });
    stage = await setStage({ hosts: { "api.cal.eu": europe.port } });
    page = await stage.browser.openPage("options.html");
  });
  afterAll(async () => {
    await stage?.close();
    await europe?.close();
  });
  beforeEach(() => {
    stage.cal.control({ action: "server", mode: "normal" });
    stage.cal.control({ action: "key", state: "valid" });
    stage.browser.setHosts({ "api.cal.com": stage.cal.port, "api.cal.eu": europe.port });
  });

  async function expectNothingLost(key: string): Promise<void> {
    expect((await page.state(byLabel("API key")))?.value).toBe(key);
    const stored = await stage.browser.inExtension((browser) => browser.storage.local.get(null));
    expect(Object.keys(stored).filter((name) => /^(key|status):/.test(name))).toEqual([]);
    expect(JSON.stringify(stored)).not.toContain(key);
  }

  it("asks for a key when there is none", async () => {
    await page.click(byRole("button", "Connect"));
    await waitForAlert(page, /key/i);
    expect(stage.cal.requests).toEqual([]);
  });

  it("names both the key and the region when Cal.com does not know the key, and asks no other region", async () => {
    await fillIn(page, "cal_live_wrong");
    await waitForAlert(page, /region/i);
    await expectNothingLost("cal_live_wrong");
    expect(europe.requests).toEqual([]);
  });

  it("sends the key to the other region only when the person chooses it", async () => {
    await fillIn(page, "cal_live_wrong", "Cal.com EU");
    await waitForAlert(page, /region/i);
    expect(europe.requests.map(({ path }) => path)).toEqual(["/v2/me"]);
  });

  it("says that the key has expired", async () => {
    stage.cal.control({ action: "key", state: "expired" });
    await fillIn(page, KEY);
    await waitForAlert(page, /expired/i);
    await expectNothingLost(KEY);
  });

  it("says how long to wait when Cal.com limits the rate", async () => {
    stage.cal.control({ action: "server", mode: "rate-limited" });
    await fillIn(page, KEY);
    await waitForAlert(page, /too many|limit/i);
    await expectNothingLost(KEY);
  });

  it("says that there is no API v2 when a web page answers", async () => {
    stage.cal.control({ action: "server", mode: "no-api-v2" });
    await fillIn(page, KEY);
    await waitForAlert(page, /API/);
    await expectNothingLost(KEY);
  });

  it("says that Cal.com failed when it answers with an error of its own", async () => {
    stage.cal.control({ action: "server", mode: "html-502" });
    await fillIn(page, KEY);
    await waitForAlert(page, /502/);
    await expectNothingLost(KEY);
  });

  it("says that the server can't be reached when nothing answers", async () => {
    stage.browser.setHosts({});
    await fillIn(page, KEY);
    await waitForAlert(page, /reach/i);
    await expectNothingLost(KEY);
  });

  it("says that the machine is offline", async () => {
    await stage.browser.emulate({ offline: true });
    await fillIn(page, KEY);
    await waitForAlert(page, /offline/i);
    await stage.browser.emulate({ offline: false });
    await expectNothingLost(KEY);
  });

  it("refuses a key with characters that no key has", async () => {
    await fillIn(page, "cal_live_\u043a\u043b\u044e\u0447");
    await waitForAlert(page, /character/i);
  });

  it("connects with what is still typed as soon as the trouble is over", async () => {
    await fillIn(page, KEY);
    await page.waitForText("Connected as");
    expect((await page.state(byLabel("API key")))?.value ?? "").toBe("");
  });
});
