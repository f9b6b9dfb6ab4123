import { expect } from "vitest";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { brings, pressUntilDone } from "./stage/changes.ts";
import { choose } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { documentOf, listenIn, recordsWith } from "./stage/key-watch.ts";
import { fillIn, KEY } from "./stage/stage.ts";
import { story } from "./stage/story.ts";

const SECOND_KEY = "cal_live_second_0123456789";
const KEYS = [KEY, SECOND_KEY];
const ONE_RECORD = [expect.stringMatching(/^local key:[^ ]+$/)];

/** From setting up to removing, everything that could carry the key is searched for it. */
story("the API key", { scenario: "lively" }, async (stage, step) => {
  stage.cal.control({ action: "add-key", key: SECOND_KEY });
  const ears = await listenIn(stage.browser);
  const keysIn = (text: string) => KEYS.filter((key) => text.includes(key));

  await step("is in one record once it is connected, and gone from the form", async () => {
    const page = await stage.browser.openPage("options.html");
    await brings(page, "Connected as", () => fillIn(page, KEY));
    await untilIdle(stage);
    expect(await recordsWith(stage.browser, KEY)).toEqual(ONE_RECORD);
    expect(keysIn(await documentOf(page))).toEqual([]);
    await page.close();
  });

  await step("is not in the popup, which checks with it", async () => {
    const popup = await stage.browser.openPopup();
    await pressUntilDone(popup, "Check now");
    expect(keysIn(await documentOf(popup))).toEqual([]);
    await popup.close();
  });

  await step("is replaced in its record, and the old one is nowhere any more", async () => {
    const page = await stage.browser.openPage("options.html");
    await choose(page, "Replace key");
    await page.type(byLabel("API key"), SECOND_KEY);
    const asked = stage.cal.requests.length;
    await brings(page, "Key replaced", () => page.click(byRole("button", "Save key")));
    await untilIdle(stage);
    expect(await recordsWith(stage.browser, KEY)).toEqual([]);
    expect(await recordsWith(stage.browser, SECOND_KEY)).toEqual(ONE_RECORD);
    const used = stage.cal.requests.slice(asked).map(({ headers }) => headers.authorization);
    expect(new Set(used)).toEqual(new Set([`Bearer ${SECOND_KEY}`]));
    await page.close();
  });

  await step("is gone with its account", async () => {
    const page = await stage.browser.openPage("options.html");
    await choose(page, "Remove");
    await brings(page, "Account removed", () => page.click(byRole("button", "Remove account")));
    await untilIdle(stage);
    for (const key of KEYS) expect(await recordsWith(stage.browser, key)).toEqual([]);
    const left = await stage.browser.inExtension((browser) => browser.storage.local.get(null));
    expect(Object.keys(left).filter((name) => /^(key|status):/.test(name))).toEqual([]);
    await expect.poll(async () => (await stage.browser.badge()).text).toBe("");
    await page.close();
  });

  await step(
    "was in nothing that pages can hear, but the browser's own event for the change of its record",
    async () => {
      expect(await ears.count()).toBeGreaterThan(5);
      expect(await ears.whereHeard("check-now")).toEqual(["message"]);
      for (const key of KEYS) expect(await ears.whereHeard(key)).toEqual(ONE_RECORD);
    },
  );

  await step("was sent in the Authorization header to the account's own server, and in nothing else", () => {
    expect(stage.cal.requests.length).toBeGreaterThan(2);
    for (const request of stage.cal.requests) {
      const { authorization, ...headers } = request.headers;
      expect(authorization).toMatch(/^Bearer cal_live_/);
      expect(keysIn(JSON.stringify({ ...request, headers }))).toEqual([]);
      expect(headers.cookie).toBeUndefined();
    }
    expect(stage.browser.refusedHosts().filter((host) => host.includes("cal."))).toEqual([]);
  });

  await step("is forgotten when the browser closes, if the person asked for that", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.click(byRole("checkbox", "Forget the key when the browser closes"));
    await brings(page, "Connected as", () => fillIn(page, KEY));
    expect(await recordsWith(stage.browser, KEY)).toEqual([expect.stringMatching(/^session key:/)]);
    await stage.browser.restart();
    await expect.poll(async () => (await stage.browser.badge()).title).toMatch(/key/i);
    await untilIdle(stage);
    expect(await recordsWith(stage.browser, KEY)).toEqual([]);
  });

  await step("is on no console", () => {
    expect(keysIn(stage.browser.consoleText().join("\n"))).toEqual([]);
  });
});
