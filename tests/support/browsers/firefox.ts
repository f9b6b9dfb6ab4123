import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserUnderTest, LaunchOptions } from "./browser-under-test.ts";
import { builtExtension, readManifest } from "./build.ts";
import { drawnPopup } from "./drawn-popup.ts";
import { CLICK_MENU, PRESS_SHORTCUT } from "./firefox/commands.ts";
import { findAccessible } from "./firefox/find-accessible.ts";
import { readFocused } from "./firefox/focused.ts";
import { SET_ENABLED, SET_HOST_ACCESS } from "./firefox/management.ts";
import { CLICK_NOTIFICATION, NOTIFICATIONS, SHOW_NOTIFICATIONS } from "./firefox/notifications.ts";
import { writePolicy } from "./firefox/policy.ts";
import { downloadPreferences, firefoxPreferences } from "./firefox/preferences.ts";
import {
  CLOSE_POPUP,
  EXTENSION_HOST,
  OPEN_POPUP,
  SET_COLOR_SCHEME,
  SET_LANGUAGE,
  SET_OFFLINE,
  STOP_EVENT_PAGE,
} from "./firefox/privileged.ts";
import { startFirefox } from "./firefox/process.ts";
import { callIn, installExtension, navigate, openBrowserWindow, unannouncedPage } from "./firefox/session.ts";
import { startLocalProxy } from "./network/local-proxy.ts";
import { extensionPage } from "./page.ts";
import { poll } from "./poll.ts";
import { readBadge } from "./read-badge.ts";
import { makeRunFolder } from "./run-folder.ts";

/** The page of the extension that runs none of its code: a file that is no document. */
const BLANK = "manifest.json";

/** Starts Firefox with the built extension. See {@link LaunchOptions}. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserUnderTest> {
  const dir = options.extensionDir ?? builtExtension("firefox");
  const id = (await readManifest("firefox", dir)).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${dir}/manifest.json has no browser_specific_settings.gecko.id.`);
  const profileDir = options.profileDir
    ? resolve(options.profileDir)
    : await mkdtemp(join(tmpdir(), "firefox-profile-"));
  const run = await makeRunFolder();
  const proxy = await startLocalProxy(options.hosts ?? {});
  const headless = options.headless ?? true;
  const preferences = {
    ...(headless && downloadPreferences(run.downloadsDir)),
    ...firefoxPreferences(options, proxy.port),
  };
  let policy = options.policy;
  const lines: string[] = [];
  let showsNotifications = false;

  const start = async () => {
    await writePolicy(run.homeDir, id, policy);
    const homeDir = policy && run.homeDir;
    const started = await startFirefox({ profileDir, preferences, headless, homeDir }, (line) =>
      lines.push(line),
    );
    const workbench = (await started.browser.pages())[0] ?? (await started.browser.newPage());
    const browserWindow = await openBrowserWindow(started.browser);
    if (options.lang) await callIn(browserWindow, SET_LANGUAGE, options.lang);
    return { ...started, browserWindow, workbench };
  };
  const inBrowser = <T>(source: string, ...args: unknown[]) => callIn<T>(on.browserWindow, source, ...args);
  const extensionOrigin = async () => `moz-extension://${await inBrowser<string>(EXTENSION_HOST, id)}`;
  const pageOf = (page: Page, kind: "tab" | "popup", url: string) => {
    const focused = () => readFocused(on.browserWindow, page);
    const close = kind === "popup" ? () => inBrowser<void>(CLOSE_POPUP) : () => page.close();
    return extensionPage(page, { url, kind, run, findAccessible, focused, close });
  };
  let on = await start();
  const openBlankPage = async () => {
    await extensionOrigin();
    await navigate(on.workbench, `${origin}/${BLANK}`);
  };
  // An extension that opens its options page when it is installed would take an empty tab for it.
  await on.workbench.goto("data:text/plain,driver");
  const staysInstalled = await installExtension(on.browser, dir);
  const origin = await extensionOrigin();
  await navigate(on.workbench, `${origin}/${BLANK}`);

  const api: BrowserUnderTest = {
    name: "firefox",
    version: await on.browser.version(),
    extensionOrigin: origin,
    async openPage(path, viewport = { width: 380, height: 600 }) {
      const url = `${origin}/${path}`;
      const page = await on.browser.newPage();
      await navigate(page, url);
      await page.setViewport(viewport);
      return pageOf(page, "tab", url);
    },
    async openPopup() {
      const { context, url } = await inBrowser<{ context: string; url: string }>(OPEN_POPUP, id);
      return drawnPopup(pageOf(await unannouncedPage(on.browser, { root: context }), "popup", url));
    },
    badge: () => api.inExtension(readBadge),
    inExtension: (inPage, ...args) =>
      on.workbench.evaluate(`(${inPage})(browser, ...${JSON.stringify(args)})`) as never,
    async notifications() {
      if (!showsNotifications) await inBrowser(SHOW_NOTIFICATIONS);
      showsNotifications = true;
      return inBrowser(NOTIFICATIONS, id);
    },
    clickNotification: (notification) => inBrowser(CLICK_NOTIFICATION, id, notification),
    clickMenu: (entry) => inBrowser(CLICK_MENU, id, entry),
    pressShortcut: (command) => inBrowser(PRESS_SHORTCUT, id, command),
    stopWorker: () => inBrowser(STOP_EVENT_PAGE, id),
    async restart() {
      await on.quit();
      on = await start();
      if (showsNotifications) await inBrowser(SHOW_NOTIFICATIONS);
      if (!staysInstalled) await installExtension(on.browser, dir);
      await openBlankPage();
    },
    async setEnabled(enabled) {
      // The driver's own page is one of the extension, and would be closed with it.
      if (!enabled) await on.workbench.goto("data:text/plain,driver");
      await inBrowser(SET_ENABLED, id, enabled);
      if (enabled) await openBlankPage();
    },
    setHostAccess: (granted) => inBrowser(SET_HOST_ACCESS, id, granted),
    async loadVersion(version) {
      await on.workbench.goto("data:text/plain,driver");
      await installExtension(on.browser, dir, version);
      await openBlankPage();
    },
    async emulate({ colorScheme, offline }) {
      if (colorScheme) {
        await inBrowser(SET_COLOR_SCHEME, colorScheme === "dark" ? 0 : 1);
        // Pages learn of it a moment later.
        const arrived = `() => matchMedia("(prefers-color-scheme: ${colorScheme})").matches`;
        await poll(`the ${colorScheme} look`, () => callIn<boolean>(on.workbench, arrived));
      }
      if (offline === undefined) return;
      // Offline Firefox still talks to this machine, and the proxy is on it.
      proxy.setOffline(offline);
      await inBrowser(SET_OFFLINE, offline);
    },
    setPolicy(next) {
      policy = next;
    },
    downloads: run.downloads,
    setHosts: (hosts) => proxy.setHosts(hosts),
    refusedHosts: () => proxy.refused,
    consoleText: () => [...lines],
    untilGone: () => on.gone,
    async close() {
      await on.quit();
      await proxy.close();
      await run.remove();
      if (!options.profileDir) await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return api;
}
