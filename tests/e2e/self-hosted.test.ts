import { describe, expect } from "vitest";
import { byLabel } from "../support/browsers/control.ts";
import { startFakeCal } from "../support/fake-cal/server.ts";
import { brings } from "./stage/changes.ts";
import { untilIdle } from "./stage/idle.ts";
import { connectTo, OWN_HOST, setOwnStage } from "./stage/own-server.ts";
import { KEY, waitForAlert } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { startWebAppBefore } from "./stage/web-app.ts";

const granted = () => setOwnStage({ grantOptionalHosts: true });
const refused = () => setOwnStage({ grantOptionalHosts: false });

describe("a self-hosted Cal.com", () => {
  story("is asked with a host alone, once the host permission is granted", granted, async (stage) => {
    await brings(stage.page, "Connected as", () => connectTo(stage.page, `${OWN_HOST}/`));
    await untilIdle(stage);
    expect(stage.own.requests.map(({ path }) => path)).toEqual(["/v2/me", "/v2/calendars"]);
    expect(stage.cal.requests).toEqual([]);
  });

  story("is found below /api when a web page is all that is at /v2", granted, async (stage) => {
    const behind = await startFakeCal({ scenario: "all-well" });
    const web = await startWebAppBefore(behind, OWN_HOST);
    stage.browser.setHosts({ [OWN_HOST]: web.port });
    await brings(stage.page, "Connected as", () => connectTo(stage.page, `https://${OWN_HOST}`));
    await untilIdle(stage);
    expect(behind.requests.map(({ path }) => path)).toEqual(["/api/v2/me", "/api/v2/calendars"]);
    await web.close();
    await behind.close();
  });

  story(
    "says that a URL is none, that http is not safe, and that there is no API v2",
    granted,
    async (stage) => {
      const { page, own } = stage;
      await connectTo(page, "not a url");
      await waitForAlert(page, /URL/);
      await connectTo(page, `http://${OWN_HOST}`);
      await waitForAlert(page, /https/);
      await untilIdle(stage);
      expect(own.requests).toEqual([]);
      own.control({ action: "server", mode: "no-api-v2" });
      await connectTo(page, `https://${OWN_HOST}`);
      await waitForAlert(page, /API v2/);
      expect((await page.state(byLabel("API URL")))?.value).toBe(`https://${OWN_HOST}`);
    },
  );

  story("is asked nothing while the host permission is refused", refused, async (stage) => {
    const { page, own } = stage;
    await page.evaluate(() => {
      // A prompt can't be answered without a display: this is what the browser says when the person refuses.
      type Api = { permissions: { request: unknown } } | undefined;
      const { browser, chrome } = globalThis as unknown as { browser: Api; chrome: Api };
      for (const api of [browser, chrome]) if (api) api.permissions.request = async () => false;
    });
    await connectTo(page, `https://${OWN_HOST}`);
    await waitForAlert(page, /permission|allow/i);
    await untilIdle(stage);
    expect(own.requests).toEqual([]);
    expect((await page.state(byLabel("API key")))?.value).toBe(KEY);
  });
});
