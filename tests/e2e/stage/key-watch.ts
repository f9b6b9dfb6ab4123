import type { BrowserUnderTest, ExtensionPage } from "../../support/browsers/browser-under-test.ts";

/** Something that every page of the extension can hear: `message`, or `local key:…` for a change of that record. */
interface Heard {
  where: string;
  what: string;
}

type Event = { addListener(listener: (...args: unknown[]) => void): void };

/** Opens a page of the extension that listens, from now on, to all that the worker and other pages send and store. */
export async function listenIn(browser: BrowserUnderTest): Promise<{
  /** Where this was heard; each place once. */
  whereHeard(text: string): Promise<string[]>;
  /** How much was heard at all. */
  count(): Promise<number>;
}> {
  const page = await browser.openPage("options.html");
  await page.evaluate(() => {
    const heard: Heard[] = [];
    Object.assign(globalThis, { heard });
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { onMessage: Event }; storage: { onChanged: Event } };
    };
    chrome.runtime.onMessage.addListener((message) => {
      heard.push({ where: "message", what: JSON.stringify(message) });
    });
    chrome.storage.onChanged.addListener((changes, area) => {
      for (const [record, change] of Object.entries(changes as Record<string, unknown>))
        heard.push({ where: `${area} ${record}`, what: record + JSON.stringify(change) });
    });
  });
  const all = () => page.evaluate(() => (globalThis as unknown as { heard: Heard[] }).heard);
  return {
    async whereHeard(text) {
      const found = (await all()).filter(({ what }) => what.includes(text));
      return [...new Set(found.map(({ where }) => where))];
    },
    count: async () => (await all()).length,
  };
}

/** Every record of the extension that has this text in it, e.g. `local key:…`. */
export function recordsWith(browser: BrowserUnderTest, text: string): Promise<string[]> {
  return browser.inExtension(async ({ storage }, searched: string) => {
    const areas = { local: storage.local, session: storage.session, sync: storage.sync };
    const found: string[] = [];
    for (const [area, store] of Object.entries(areas)) {
      for (const [record, value] of Object.entries(await store.get(null))) {
        if ((record + JSON.stringify(value)).includes(searched)) found.push(`${area} ${record}`);
      }
    }
    return found;
  }, text);
}

/** All that the document of a page holds, also what is typed in its fields. */
export function documentOf(page: ExtensionPage): Promise<string> {
  return page.evaluate(() => {
    const typed = [...document.querySelectorAll("input")].map(({ value }) => value);
    return [document.documentElement.outerHTML, ...typed].join("\n");
  });
}
