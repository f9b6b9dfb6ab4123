import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "puppeteer-core";
import type { Badge, BrowserUnderTest, Emulation, LaunchOptions } from "./browser-under-test.ts";
import { builtExtension, copyBuild } from "./build.ts";
import { clickMenu, pressShortcut } from "./chromium/commands.ts";
import { readFocused } from "./chromium/focused.ts";
import { loadVersion, setEnabled, setHostAccess } from "./chromium/management.ts";
import { clickNotification, readNotifications } from "./chromium/notifications.ts";
import { startChromium } from "./chromium/process.ts";
import {
  emulateInPage,
  occupyFirstTab,
  openPopupPage,
  openWorkbench,
  stopWorkers,
} from "./chromium/session.ts";
import { workerNetwork } from "./chromium/worker-network.ts";
import { drawnPopup } from "./drawn-popup.ts";
import { startLocalProxy } from "./network/local-proxy.ts";
import { extensionPage } from "./page.ts";
import { readBadge } from "./read-badge.ts";
import { makeRunFolder } from "./run-folder.ts";

/**
 * Without a window there is no graphics card to draw with, and each process more costs a start of its own. A benchmark starts Chromium
 * without these, as people have it.
 */
const FEWER_PROCESSES = [
  "--disable-gpu",
  "--in-process-gpu",
  "--disable-features=SpareRendererForSitePerProcess",
];

/** Starts Chromium with the built extension. See {@link LaunchOptions}. */
export async function launchChromium(options: LaunchOptions): Promise<BrowserUnderTest> {
  const built = options.extensionDir ?? builtExtension("chromium");
  const profileDir = options.profileDir
    ? resolve(options.profileDir)
    : await mkdtemp(join(tmpdir(), "chromium-profile-"));
  const extensionDir = await copyBuild(built, profileDir, options.grantOptionalHosts ?? false);
  const run = await makeRunFolder();
  const proxy = await startLocalProxy(options.hosts ?? {});
  const lines: string[] = [];
  const emulation: Emulation = {};
  const network = workerNetwork();
  const headless = options.headless ?? true;
  let policy = options.policy;

  const start = () =>
    startChromium(
      {
        profileDir,
        extensionDir,
        proxyPort: proxy.port,
        headless,
        lang: options.lang ?? "en-US",
        downloadsDir: headless ? run.downloadsDir : undefined,
        policy,
        flags: headless ? FEWER_PROCESSES : [],
      },
      (line) => lines.push(line),
    );
  let browser = await start();
  await occupyFirstTab(browser);
  const extensionOrigin = `chrome-extension://${await browser.installExtension(extensionDir)}`;
  let workbench = await openWorkbench(browser, extensionOrigin);

  const pageOf = (page: Page, kind: "tab" | "popup") =>
    extensionPage(page, { url: page.url(), kind, run, focused: () => readFocused(page) });

  const api: BrowserUnderTest = {
    name: "chromium",
    version: await browser.version(),
    extensionOrigin,
    async openPage(path, viewport = { width: 380, height: 600 }) {
      const page = await browser.newPage();
      await page.setViewport(viewport);
      await emulateInPage(page, emulation);
      await page.goto(`${extensionOrigin}/${path}`);
      return pageOf(page, "tab");
    },
    async openPopup() {
      const page = await openPopupPage(browser, workbench, extensionOrigin);
      await emulateInPage(page, emulation);
      return drawnPopup(pageOf(page, "popup"));
    },
    badge: (): Promise<Badge> => api.inExtension(readBadge),
    inExtension: (inPage, ...args) =>
      workbench.evaluate(`(${inPage})(chrome, ...${JSON.stringify(args)})`) as never,
    notifications: () => readNotifications(workbench),
    clickNotification: (id) => clickNotification(browser, workbench, id),
    clickMenu: (id) => clickMenu(browser, workbench, id),
    pressShortcut: (command) => pressShortcut(browser, workbench, command),
    async stopWorker() {
      await network.release();
      await stopWorkers(workbench);
    },
    async restart() {
      await network.release();
      await browser.close();
      browser = await start();
      workbench = await openWorkbench(browser, extensionOrigin);
    },
    async setEnabled(enabled) {
      await network.release();
      await setEnabled(browser, extensionOrigin, enabled);
      if (enabled) workbench = await openWorkbench(browser, extensionOrigin);
    },
    setHostAccess: (granted) => setHostAccess(browser, extensionOrigin, granted),
    async loadVersion(version) {
      await network.release();
      await loadVersion(browser, extensionOrigin, extensionDir, version);
      workbench = await openWorkbench(browser, extensionOrigin);
    },
    async emulate(change) {
      Object.assign(emulation, change);
      for (const page of await browser.pages()) await emulateInPage(page, change);
      if (change.offline === undefined) return;
      proxy.setOffline(change.offline);
      await network.setOffline(browser, change.offline);
    },
    setPolicy(next) {
      policy = next;
    },
    downloads: run.downloads,
    setHosts: (hosts) => proxy.setHosts(hosts),
    refusedHosts: () => proxy.refused,
    consoleText: () => [...lines],
    untilGone: () => new Promise((resolve) => browser.once("disconnected", () => resolve())),
    // To take an extension away and put another one there takes as long as a start.
    keep() {},
    async close() {
      await browser.close();
      await proxy.close();
      await run.remove();
      if (!options.profileDir) await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return api;
}
