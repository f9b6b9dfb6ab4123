import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { documentOf, listenIn, recordsWith } from "./stage/key-watch.ts";
import { fillIn, KEY, type Stage, setStage } from "./stage/stage.ts";

const SECOND_KEY = "cal_live_second_0123456789";
const KEYS = [KEY, SECOND_KEY];
const ONE_RECORD = [expect.stringMatching(/^local key:[^ ]+$/)];

/** From setting up to removing, everything that could carry the key is searched for it. */
describe("the API key", () => {
  let stage: Stage;
  let ears: Awaited<ReturnType<typeof listenIn>>;
  beforeAll(async () => {
    stage = await setStage({ scenario: "lively" });
    stage.cal.control({ action: "add-key", key: SECOND_KEY });
    ears = await listenIn(stage.browser);
  });
  afterAll(() => stage?.close());

  const keysIn = (text: string) => KEYS.filter((key) => text.includes(key));

  it("is in one record once it is connected, and gone from the form", async () => {
    const page = await stage.browser.openPage("options.html");
    await fillIn(page, KEY);
    await page.waitForText("Connected as");
    expect(await recordsWith(stage.browser, KEY)).toEqual(ONE_RECORD);
    expect(keysIn(await documentOf(page))).toEqual([]);
    await page.close();
  });

  it("is not in the popup, which checks with it", async () => {
    const popup = await stage.browser.openPopup();
    await popup.click(byRole("button", "Check now"));
    await popup.waitFor(() => !document.querySelector("[aria-busy=true]"), 25_000);
    expect(keysIn(await documentOf(popup))).toEqual([]);
    await popup.close();
  });

  it("is replaced in its record, and the old one is nowhere any more", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.click(byRole("button", "Replace key"));
    await page.type(byLabel("API key"), SECOND_KEY);
    const asked = stage.cal.requests.length;
    await page.click(byRole("button", "Save key"));
    await page.waitFor(() => !document.querySelector("input[type=password]"), 20_000);
    expect(await recordsWith(stage.browser, KEY)).toEqual([]);
    expect(await recordsWith(stage.browser, SECOND_KEY)).toEqual(ONE_RECORD);
    const used = stage.cal.requests.slice(asked).map(({ headers }) => headers.authorization);
    expect(new Set(used)).toEqual(new Set([`Bearer ${SECOND_KEY}`]));
    await page.close();
  });

  it("is gone with its account", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.click(byRole("button", "Remove"));
    await page.click(byRole("button", "Remove account"));
    await page.waitForText("Connect");
    for (const key of KEYS) expect(await recordsWith(stage.browser, key)).toEqual([]);
    const left = await stage.browser.inExtension((browser) => browser.storage.local.get(null));
    expect(Object.keys(left).filter((name) => /^(key|status):/.test(name))).toEqual([]);
    expect((await stage.browser.badge()).text).toBe("");
    await page.close();
  });

  it("was in nothing that pages can hear, but the browser's own event for the change of its record", async () => {
    expect(await ears.count()).toBeGreaterThan(5);
    expect(await ears.whereHeard("check-now")).toEqual(["message"]);
    for (const key of KEYS) expect(await ears.whereHeard(key)).toEqual(ONE_RECORD);
  });

  it("was sent in the Authorization header to the account's own server, and in nothing else", () => {
    expect(stage.cal.requests.length).toBeGreaterThan(2);
    for (const request of stage.cal.requests) {
      const { authorization, ...headers } = request.headers;
      expect(authorization).toMatch(/^Bearer cal_live_/);
      expect(keysIn(JSON.stringify({ ...request, headers }))).toEqual([]);
      expect(headers.cookie).toBeUndefined();
    }
    expect(stage.browser.refusedHosts().filter((host) => host.includes("cal."))).toEqual([]);
  });

  it("is forgotten when the browser closes, if the person asked for that", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.click(byRole("checkbox", "Forget the key when the browser closes"));
    await fillIn(page, KEY);
    await page.waitForText("Connected as");
    expect(await recordsWith(stage.browser, KEY)).toEqual([expect.stringMatching(/^session key:/)]);
    await stage.browser.restart();
    expect(await recordsWith(stage.browser, KEY)).toEqual([]);
    await expect.poll(async () => (await stage.browser.badge()).title).toMatch(/key/i);
  });

  it("is on no console", () => {
    expect(keysIn(stage.browser.consoleText().join("\n"))).toEqual([]);
  });
});
