import type { Page } from "puppeteer-core";
import type { Badge, BrowserUnderTest, Emulation, LaunchOptions } from "./browser-under-test.ts";
import { builtExtension } from "./build.ts";
import { clickMenu, pressShortcut } from "./chromium/commands.ts";
import { readFocused } from "./chromium/focused.ts";
import { groundFor } from "./chromium/ground.ts";
import { loadVersion, setEnabled, setHostAccess } from "./chromium/management.ts";
import { clickNotification, readNotifications } from "./chromium/notifications.ts";
import {
  emulateInPage,
  occupyFirstTab,
  openPopupPage,
  openWorkbench,
  stopWorkers,
} from "./chromium/session.ts";
import { workerNetwork } from "./chromium/worker-network.ts";
import { drawnPopup } from "./drawn-popup.ts";
import { extensionPage } from "./page.ts";
import { readBadge } from "./read-badge.ts";

/** Starts Chromium with the built extension. See {@link LaunchOptions}. */
export async function launchChromium(options: LaunchOptions): Promise<BrowserUnderTest> {
  const built = options.extensionDir ?? builtExtension("chromium");
  const ground = await groundFor(built, options);
  const { proxy, run, lines, extensionDir } = ground;
  const emulation: Emulation = {};
  const network = workerNetwork();
  let policy = options.policy;
  /** Nothing was done to the browser that would be there still without the extension. */
  let isAsBefore = true;
  let isKept = false;
  await occupyFirstTab(ground.browser);
  const extensionOrigin = `chrome-extension://${await ground.browser.installExtension(extensionDir)}`;
  let workbench = await openWorkbench(ground.browser, extensionOrigin);

  const pageOf = (page: Page, kind: "tab" | "popup") =>
    extensionPage(page, { url: page.url(), kind, run, focused: () => readFocused(page) });

  const api: BrowserUnderTest = {
    name: "chromium",
    version: await ground.browser.version(),
    extensionOrigin,
    async openPage(path, viewport = { width: 380, height: 600 }) {
      const page = await ground.browser.newPage();
      await page.setViewport(viewport);
      await emulateInPage(page, emulation);
      await page.goto(`${extensionOrigin}/${path}`);
      return pageOf(page, "tab");
    },
    async openPopup() {
      const page = await openPopupPage(ground.browser, workbench, extensionOrigin);
      await emulateInPage(page, emulation);
      return drawnPopup(pageOf(page, "popup"));
    },
    badge: (): Promise<Badge> => api.inExtension(readBadge),
    inExtension: (inPage, ...args) =>
      workbench.evaluate(`(${inPage})(chrome, ...${JSON.stringify(args)})`) as never,
    notifications: () => readNotifications(workbench),
    clickNotification: (id) => clickNotification(ground.browser, workbench, id),
    clickMenu: (id) => clickMenu(ground.browser, workbench, id),
    pressShortcut: (command) => pressShortcut(ground.browser, workbench, command),
    async stopWorker() {
      await network.release();
      await stopWorkers(workbench);
    },
    async restart() {
      await network.release();
      isAsBefore = false;
      await ground.restart(policy);
      workbench = await openWorkbench(ground.browser, extensionOrigin);
    },
    async setEnabled(enabled) {
      isAsBefore = false;
      await network.release();
      await setEnabled(ground.browser, extensionOrigin, enabled);
      if (enabled) workbench = await openWorkbench(ground.browser, extensionOrigin);
    },
    setHostAccess(granted) {
      isAsBefore = false;
      return setHostAccess(ground.browser, extensionOrigin, granted);
    },
    async loadVersion(version) {
      isAsBefore = false;
      await network.release();
      await loadVersion(ground.browser, extensionOrigin, extensionDir, version);
      workbench = await openWorkbench(ground.browser, extensionOrigin);
    },
    async emulate(change) {
      Object.assign(emulation, change);
      for (const page of await ground.browser.pages()) await emulateInPage(page, change);
      if (change.offline === undefined) return;
      proxy.setOffline(change.offline);
      await network.setOffline(ground.browser, change.offline);
    },
    setPolicy(next) {
      isAsBefore = false;
      policy = next;
    },
    downloads: run.downloads,
    setHosts: (hosts) => proxy.setHosts(hosts),
    refusedHosts: () => proxy.refused,
    consoleText: () => [...lines],
    untilGone: () => new Promise((resolve) => ground.browser.once("disconnected", () => resolve())),
    keep() {
      isKept = true;
    },
    async close() {
      await network.release();
      // What does not go away as it should is not for the next one.
      await (isKept && isAsBefore ? ground.leave(extensionOrigin).catch(ground.quit) : ground.quit());
    },
  };
  return api;
}
