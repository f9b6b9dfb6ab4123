import type { Browser, Page } from "puppeteer-core";
import { poll } from "../poll.ts";
import { KEEP_ACCESSIBILITY_TREE } from "./privileged.ts";
import { zipFolder } from "./zip.ts";

/** How puppeteer talks to Firefox, which it keeps to itself. */
interface Connection {
  send(method: string, params: object): Promise<{ result: { contexts: object[] } }>;
  emit(event: string, context: object | undefined): void;
}

function connectionOf(browser: Browser): Connection {
  return (browser as unknown as { connection: Connection }).connection;
}

/** What Firefox calls a page. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}

/**
 * A page that puppeteer has not heard of: Firefox announces tabs only.
 *
 * @param search what finds it, as WebDriver BiDi's `browsingContext.getTree` takes it.
 */
export async function unannouncedPage(browser: Browser, search: object): Promise<Page> {
  const connection = connectionOf(browser);
  const { result } = await connection.send("browsingContext.getTree", search);
  connection.emit("browsingContext.contextCreated", result.contexts[0]);
  const page = (await browser.pages()).at(-1);
  if (!page) throw new Error("Firefox started without a window.");
  return page;
}

/** The browser's own window, where the functions of `privileged.ts` run. */
export async function openBrowserWindow(browser: Browser): Promise<Page> {
  const page = await unannouncedPage(browser, { "moz:scope": "chrome" });
  await callIn(page, KEEP_ACCESSIBILITY_TREE);
  return page;
}

/** Runs a function that is there as text; arguments and result must survive JSON. */
export function callIn<T>(page: Page, source: string, ...args: readonly unknown[]): Promise<T> {
  return page.evaluate(`(${source})(...${JSON.stringify(args)})`) as Promise<T>;
}

/**
 * Installs the extension: for good where the edition of Firefox allows that for an unsigned one, so that a restart is
 * a restart; else for this session.
 *
 * @param version another than the build's own
 * @returns whether it stays installed over a restart.
 */
export async function installExtension(browser: Browser, dir: string, version?: string): Promise<boolean> {
  const value = (await zipFolder(dir, version)).toString("base64");
  const extension = { extensionData: { type: "base64", value }, "moz:permanent": true };
  try {
    await connectionOf(browser).send("webExtension.install", extension);
    return true;
  } catch (error) {
    if (version !== undefined) throw error;
    await browser.installExtension(dir);
    return false;
  }
}

/**
 * Loads an address of the extension. The end of such a navigation is never reported, so the page itself is asked; and a
 * tab that is still busy with its first blank page may drop it, so it is asked for again.
 */
export async function navigate(page: Page, url: string): Promise<void> {
  const command = { context: contextOf(page), url, wait: "none" };
  const isThere = "(url) => location.href === url && document.readyState === 'complete'";
  let asked = false;
  await poll(`${url} to load`, async () => {
    if (!asked) await connectionOf(page.browser()).send("browsingContext.navigate", command);
    asked = true;
    return callIn<boolean>(page, isThere, url);
  });
}
