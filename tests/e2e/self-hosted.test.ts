import { describe, expect } from "vitest";
import { byLabel } from "../support/browsers/control.ts";
import { startFakeCal } from "../support/fake-cal/server.ts";
import { brings } from "./stage/changes.ts";
import { untilIdle } from "./stage/idle.ts";
import { connectTo, OWN_HOST, setOwnStage } from "./stage/own-server.ts";
import { KEY, waitForAlert } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { type FrontAnswer, PAGE_NOT_FOUND, startFront, startWebAppBefore } from "./stage/web-app.ts";

const granted = () => setOwnStage({ grantOptionalHosts: true });
const refused = () => setOwnStage({ grantOptionalHosts: false });

describe("a self-hosted Cal.com", () => {
  story("is asked with a host alone, once the host permission is granted", granted, async (stage) => {
    await brings(stage.page, "Connected as", () => connectTo(stage.page, `${OWN_HOST}/`));
    await untilIdle(stage);
    expect(stage.own.requests.map(({ path }) => path)).toEqual([
      "/v2/me",
      "/v2/calendars",
      "/v2/event-types",
    ]);
    expect(stage.cal.requests).toEqual([]);
  });

  story("is found below /api when a web page is all that is at /v2", granted, async (stage) => {
    const behind = await startFakeCal({ scenario: "all-well" });
    const web = await startWebAppBefore(behind, OWN_HOST);
    stage.browser.setHosts({ [OWN_HOST]: web.port });
    await brings(stage.page, "Connected as", () => connectTo(stage.page, `https://${OWN_HOST}`));
    await untilIdle(stage);
    expect(behind.requests.map(({ path }) => path)).toEqual([
      "/api/v2/me",
      "/api/v2/calendars",
      "/api/v2/event-types",
    ]);
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

  story("says what stands where the API is wanted", granted, async (stage, step) => {
    const { page, own, browser } = stage;
    let answers: Record<string, FrontAnswer> = {};
    const front = await startFront(own, OWN_HOST, (_, path) => answers[path] ?? PAGE_NOT_FOUND);
    browser.setHosts({ [OWN_HOST]: front.port });

    async function expectSaid(url: string, says: RegExp): Promise<void> {
      await connectTo(page, url);
      await waitForAlert(page, says);
      expect((await page.state(byLabel("API URL")))?.value).toBe(url);
    }

    await step("that the web app is there, but its API v2 does not seem to run", async () => {
      answers = { "/api/v2/me": { status: 500, body: "Internal Server Error" } };
      await expectSaid(`https://${OWN_HOST}`, /web app is there, but its API v2 does not seem to run/);
      expect(front.asked).toEqual(["GET /v2/me", "GET /api/v2/me"]);
    });

    await step("the same where only the address below /api was typed", async () => {
      await expectSaid(`https://${OWN_HOST}/api`, /web app is there, but its API v2 does not seem to run/);
    });

    await step("that visitors are sent elsewhere, without going there", async () => {
      const login = { status: 302, headers: { location: `https://login.${OWN_HOST}/` } };
      answers = { "/v2/me": login, "/api/v2/me": login };
      await expectSaid(`https://${OWN_HOST}/`, /sends visitors elsewhere, as a sign-in page does/);
      await untilIdle(stage);
      expect(browser.refusedHosts().filter((host) => host.includes("login"))).toEqual([]);
    });

    await step("that the server may be older than this part of the API", async () => {
      const error = { code: "NotFoundException", message: "Cannot GET /v2/me" };
      answers = { "/v2/me": { status: 404, body: { status: "error", error } } };
      await expectSaid(`https://${OWN_HOST}/v2`, /Cal\.com says: Cannot GET \/v2\/me \(404\).*may be older/);
    });

    await untilIdle(stage);
    expect(own.requests).toEqual([]);
    await front.close();
  });

  story("is asked without encryption on the person's own machine, at [::1]", granted, async (stage) => {
    const local = await startFakeCal({ scenario: "all-well", host: "::1" });
    await brings(stage.page, "Connected as", () => connectTo(stage.page, `[::1]:${local.port}/v2`));
    await untilIdle(stage);
    expect(local.requests.map(({ path }) => path)).toEqual(["/v2/me", "/v2/calendars", "/v2/event-types"]);
    await local.close();
  });

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
