import { afterEach, describe, expect, it } from "vitest";
import type { ExtensionPage } from "../../dev/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../../dev/browsers/control.ts";
import { type FakeCal, startFakeCal } from "../../dev/fake-cal/server.ts";
import { BROWSER, KEY, type Stage, setStage, startTlsCal, waitForAlert } from "./stage/stage.ts";
import { checkNow } from "./stage/time.ts";
import { startWebAppBefore } from "./stage/web-app.ts";

const HOST = "cal.selfhost.test";

describe("a self-hosted Cal.com", () => {
  let stage: Stage | undefined;
  let own: FakeCal | undefined;
  afterEach(async () => {
    await stage?.close();
    await own?.close();
  });

  async function open(options: { grantOptionalHosts?: boolean }): Promise<ExtensionPage> {
    own = await startTlsCal(HOST, "all-well");
    stage = await setStage({ ...options, hosts: { [HOST]: own.port } });
    const page = await stage.browser.openPage("options.html");
    await page.select(byRole("combobox", "Region"), "Self-hosted");
    return page;
  }

  async function connectTo(page: ExtensionPage, url: string): Promise<void> {
    await page.type(byLabel("API key"), KEY);
    await page.type(byLabel("API URL"), url);
    await page.click(byRole("button", "Connect"));
  }

  it("is asked with a host alone, once the host permission is granted", async () => {
    const page = await open({ grantOptionalHosts: true });
    await connectTo(page, `${HOST}/`);
    await page.waitForText("Connected as");
    expect(own?.requests.map(({ path }) => path)).toEqual(["/v2/me", "/v2/calendars"]);
    expect(stage?.cal.requests).toEqual([]);
  });

  it("is found below /api when a web page is all that is at /v2", async () => {
    const page = await open({ grantOptionalHosts: true });
    const behind = await startFakeCal({ scenario: "all-well" });
    const web = await startWebAppBefore(behind, HOST);
    stage?.browser.setHosts({ [HOST]: web.port });
    await connectTo(page, `https://${HOST}`);
    await page.waitForText("Connected as");
    expect(behind.requests.map(({ path }) => path)).toEqual(["/api/v2/me", "/api/v2/calendars"]);
    await web.close();
    await behind.close();
  });

  it("says that a URL is none, that http is not safe, and that there is no API v2", async () => {
    const page = await open({ grantOptionalHosts: true });
    await connectTo(page, "not a url");
    await waitForAlert(page, /URL/);
    await connectTo(page, `http://${HOST}`);
    await waitForAlert(page, /https/);
    expect(own?.requests).toEqual([]);
    own?.control({ action: "server", mode: "no-api-v2" });
    await connectTo(page, `https://${HOST}`);
    await waitForAlert(page, /API v2/);
    expect((await page.state(byLabel("API URL")))?.value).toBe(`https://${HOST}`);
  });

  it.runIf(BROWSER === "chromium")(
    "asks nothing of the server while the host permission is refused",
    async () => {
      const page = await open({ grantOptionalHosts: false });
      await page.evaluate(() => {
        // A prompt can't be answered without a display: this is what the browser says when the person refuses.
        const { chrome } = globalThis as unknown as { chrome: { permissions: { request: unknown } } };
        chrome.permissions.request = async () => false;
      });
      await connectTo(page, `https://${HOST}`);
      await waitForAlert(page, /permission|allow/i);
      expect(own?.requests).toEqual([]);
      expect((await page.state(byLabel("API key")))?.value).toBe(KEY);
    },
  );

  // Only Firefox grants an optional host without a prompt, so only there it can be withdrawn.
  it.runIf(BROWSER === "firefox")("says so when the host permission is withdrawn later", async () => {
    const page = await open({ grantOptionalHosts: true });
    await connectTo(page, `https://${HOST}`);
    await page.waitForText("Connected as");
    const asked = own?.requests.length;
    await stage?.browser.inExtension(
      (browser, origin: string) => browser.permissions.remove({ origins: [origin] }),
      `https://${HOST}/*`,
    );
    await expect.poll(async () => (await stage?.browser.badge())?.text).toBe("?");
    if (stage) await checkNow(stage);
    expect(own?.requests.length).toBe(asked);
    expect((await stage?.browser.badge())?.title).toContain(HOST);
  });
});
