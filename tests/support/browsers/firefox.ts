import type { Page } from "puppeteer-core";
import type { BrowserUnderTest, LaunchOptions } from "./browser-under-test.ts";
import { builtExtension, readManifest } from "./build.ts";
import { drawnPopup } from "./drawn-popup.ts";
import { CLICK_MENU, PRESS_SHORTCUT } from "./firefox/commands.ts";
import { findAccessible } from "./firefox/find-accessible.ts";
import { readFocused } from "./firefox/focused.ts";
import { groundFor } from "./firefox/ground.ts";
import { SET_ENABLED, SET_HOST_ACCESS } from "./firefox/management.ts";
import { CLICK_NOTIFICATION, NOTIFICATIONS, SHOW_NOTIFICATIONS } from "./firefox/notifications.ts";
import {
  CLOSE_POPUP,
  EXTENSION_HOST,
  OPEN_POPUP,
  SET_COLOR_SCHEME,
  SET_OFFLINE,
  STOP_EVENT_PAGE,
} from "./firefox/privileged.ts";
import { callIn, installExtension, navigate, unannouncedPage } from "./firefox/session.ts";
import { extensionPage } from "./page.ts";
import { poll } from "./poll.ts";
import { readBadge } from "./read-badge.ts";

/** The page of the extension that runs none of its code: a file that is no document. */
const BLANK = "manifest.json";

/** Starts Firefox with the built extension. See {@link LaunchOptions}. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserUnderTest> {
  const dir = options.extensionDir ?? builtExtension("firefox");
  const id = (await readManifest("firefox", dir)).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${dir}/manifest.json has no browser_specific_settings.gecko.id.`);
  const ground = await groundFor(id, options);
  const { proxy, run, lines } = ground;
  let policy = options.policy;
  let showsNotifications = false;
  /** Nothing was done to the browser that would be there still without the extension. */
  let isAsBefore = true;
  let isKept = false;

  const inBrowser = <T>(source: string, ...args: unknown[]) =>
    callIn<T>(ground.on.browserWindow, source, ...args);
  const extensionOrigin = async () => `moz-extension://${await inBrowser<string>(EXTENSION_HOST, id)}`;
  const pageOf = (page: Page, kind: "tab" | "popup", url: string) => {
    const focused = () => readFocused(ground.on.browserWindow, page);
    const close = kind === "popup" ? () => inBrowser<void>(CLOSE_POPUP) : () => page.close();
    return extensionPage(page, { url, kind, run, findAccessible, focused, close });
  };
  const openBlankPage = async () => {
    await extensionOrigin();
    await navigate(ground.on.workbench, `${origin}/${BLANK}`);
  };
  // An extension that opens its options page when it is installed would take an empty tab for it.
  await ground.on.workbench.goto("data:text/plain,driver");
  const staysInstalled = await installExtension(ground.on.browser, dir);
  const origin = await extensionOrigin();
  await navigate(ground.on.workbench, `${origin}/${BLANK}`);

  const api: BrowserUnderTest = {
    name: "firefox",
    version: await ground.on.browser.version(),
    extensionOrigin: origin,
    async openPage(path, viewport = { width: 380, height: 600 }) {
      const url = `${origin}/${path}`;
      const page = await ground.on.browser.newPage();
      await navigate(page, url);
      await page.setViewport(viewport);
      return pageOf(page, "tab", url);
    },
    async openPopup() {
      const { context, url } = await inBrowser<{ context: string; url: string }>(OPEN_POPUP, id);
      return drawnPopup(pageOf(await unannouncedPage(ground.on.browser, { root: context }), "popup", url));
    },
    badge: () => api.inExtension(readBadge),
    inExtension: (inPage, ...args) =>
      ground.on.workbench.evaluate(`(${inPage})(browser, ...${JSON.stringify(args)})`) as never,
    async notifications() {
      isAsBefore = false;
      if (!showsNotifications) await inBrowser(SHOW_NOTIFICATIONS);
      showsNotifications = true;
      return inBrowser(NOTIFICATIONS, id);
    },
    clickNotification: (notification) => inBrowser(CLICK_NOTIFICATION, id, notification),
    clickMenu: (entry) => inBrowser(CLICK_MENU, id, entry),
    pressShortcut: (command) => inBrowser(PRESS_SHORTCUT, id, command),
    stopWorker: () => inBrowser(STOP_EVENT_PAGE, id),
    async restart() {
      isAsBefore = false;
      await ground.restart(policy);
      if (showsNotifications) await inBrowser(SHOW_NOTIFICATIONS);
      if (!staysInstalled) await installExtension(ground.on.browser, dir);
      await openBlankPage();
    },
    async setEnabled(enabled) {
      isAsBefore = false;
      // The driver's own page is one of the extension, and would be closed with it.
      if (!enabled) await ground.on.workbench.goto("data:text/plain,driver");
      await inBrowser(SET_ENABLED, id, enabled);
      if (enabled) await openBlankPage();
    },
    setHostAccess(granted) {
      isAsBefore = false;
      return inBrowser(SET_HOST_ACCESS, id, granted);
    },
    async loadVersion(version) {
      isAsBefore = false;
      await ground.on.workbench.goto("data:text/plain,driver");
      await installExtension(ground.on.browser, dir, version);
      await openBlankPage();
    },
    async emulate({ colorScheme, offline }) {
      isAsBefore = false;
      if (colorScheme) {
        await inBrowser(SET_COLOR_SCHEME, colorScheme === "dark" ? 0 : 1);
        // Pages learn of it a moment later.
        const arrived = `() => matchMedia("(prefers-color-scheme: ${colorScheme})").matches`;
        await poll(`the ${colorScheme} look`, () => callIn<boolean>(ground.on.workbench, arrived));
      }
      if (offline === undefined) return;
      // Offline Firefox still talks to this machine, and the proxy is on it.
      proxy.setOffline(offline);
      await inBrowser(SET_OFFLINE, offline);
    },
    setPolicy(next) {
      isAsBefore = false;
      policy = next;
    },
    downloads: run.downloads,
    setHosts: (hosts) => proxy.setHosts(hosts),
    refusedHosts: () => proxy.refused,
    consoleText: () => [...lines],
    untilGone: () => ground.on.gone,
    keep() {
      isKept = true;
    },
    // What does not go away as it should is not for the next one.
    close: () => (isKept && isAsBefore ? ground.leave().catch(ground.quit) : ground.quit()),
  };
  return api;
}
