import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byLabel, byRole } from "../../dev/browsers/control.ts";
import { fillIn, KEY, type Stage, setStage } from "./stage/stage.ts";

const SECOND_KEY = "cal_live_second_0123456789";

/** From setting up to removing, everything that could carry the key is searched for it. */
describe("the API key", () => {
  let stage: Stage;
  let heard: string[] = [];
  beforeAll(async () => {
    stage = await setStage({ scenario: "lively" });
    stage.cal.control({ action: "add-key", key: SECOND_KEY });
  });
  afterAll(() => stage?.close());

  const keysIn = (text: string) => [KEY, SECOND_KEY].filter((key) => text.includes(key));

  async function recordsWithKey(): Promise<string[]> {
    return stage.browser.inExtension(
      async (browser, keys: string[]) => {
        const areas = {
          local: browser.storage.local,
          session: browser.storage.session,
          sync: browser.storage.sync,
        };
        const found: string[] = [];
        for (const [name, area] of Object.entries(areas)) {
          for (const [record, value] of Object.entries(await area.get(null))) {
            const text = record + JSON.stringify(value);
            if (keys.some((key) => text.includes(key))) found.push(`${name} ${record}`);
          }
        }
        return found;
      },
      [KEY, SECOND_KEY],
    );
  }

  it("is in one record once it is connected, and gone from the form", async () => {
    const page = await stage.browser.openPage("options.html");
    await fillIn(page, KEY);
    await page.waitForText("Connected as");
    expect(await recordsWithKey()).toEqual([expect.stringMatching(/^local key:/)]);
    const dom = await page.evaluate(
      () =>
        document.documentElement.outerHTML +
        [...document.querySelectorAll("input")].map(({ value }) => value).join("\n"),
    );
    expect(keysIn(dom)).toEqual([]);
    await page.close();
  });

  it("is in no message that the worker or a page sends afterwards", async () => {
    const listener = await stage.browser.openPage("options.html");
    await listener.evaluate(() => {
      const all: string[] = [];
      Object.assign(globalThis, { heardMessages: all });
      type Event = { addListener(listener: (what: unknown) => void): void };
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { onMessage: Event }; storage: { onChanged: Event } };
      };
      for (const event of [chrome.runtime.onMessage, chrome.storage.onChanged]) {
        event.addListener((what) => {
          all.push(JSON.stringify(what));
        });
      }
    });
    const popup = await stage.browser.openPopup();
    await popup.click(byRole("button", "Check now"));
    await popup.waitFor(() => !document.body.textContent?.includes("Checking…"), 25_000);
    const dom = await popup.evaluate(() => document.documentElement.outerHTML);
    await popup.close();
    heard = await listener.evaluate(
      () => (globalThis as unknown as { heardMessages: string[] }).heardMessages,
    );
    await listener.close();
    expect(heard.length).toBeGreaterThan(0);
    expect(keysIn(heard.join("\n"))).toEqual([]);
    expect(keysIn(dom)).toEqual([]);
  });

  it("is replaced in its record, and the old one is nowhere any more", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.click(byRole("button", "Replace key"));
    await page.type(byLabel("API key"), SECOND_KEY);
    await page.click(byRole("button", "Save key"));
    await page.waitFor(() => !document.querySelector("input[type=password]"), 20_000);
    const records = await recordsWithKey();
    expect(records).toEqual([expect.stringMatching(/^local key:/)]);
    await page.close();
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

  it("is on no console", () => {
    expect(keysIn(stage.browser.consoleText().join("\n"))).toEqual([]);
  });

  it("is gone with its account", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.click(byRole("button", "Remove"));
    await page.click(byRole("button", "Remove account"));
    await page.waitForText("Connect");
    expect(await recordsWithKey()).toEqual([]);
    const left = await stage.browser.inExtension((browser) => browser.storage.local.get(null));
    expect(Object.keys(left).filter((name) => /^(key|status):/.test(name))).toEqual([]);
    expect((await stage.browser.badge()).text).toBe("");
    await page.close();
  });

  it("is forgotten when the browser closes, if the person asked for that", async () => {
    const page = await stage.browser.openPage("options.html");
    await page.click(byRole("checkbox", "Forget the key when the browser closes"));
    await fillIn(page, KEY);
    await page.waitForText("Connected as");
    expect(await recordsWithKey()).toEqual([expect.stringMatching(/^session key:/)]);
    await stage.browser.restart();
    expect(await recordsWithKey()).toEqual([]);
    await expect.poll(async () => (await stage.browser.badge()).title).toMatch(/key/i);
  });
});
