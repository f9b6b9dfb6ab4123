import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { BrowserUnderTest, LaunchOptions } from "./browser-under-test.ts";
import { builtExtension, readManifest } from "./build.ts";
import { callIn } from "./firefox/bidi.ts";
import { CLICK_MENU, PRESS_SHORTCUT } from "./firefox/commands.ts";
import { CLICK_NOTIFICATION, NOTIFICATIONS, SHOW_NOTIFICATIONS } from "./firefox/notifications.ts";
import { firefoxPage } from "./firefox/page.ts";
import { writePolicy } from "./firefox/policy.ts";
import { downloadPreferences, firefoxPreferences } from "./firefox/preferences.ts";
import {
  CLOSE_POPUP,
  OPEN_POPUP,
  SET_COLOR_SCHEME,
  SET_LANGUAGE,
  SET_OFFLINE,
  STOP_EVENT_PAGE,
} from "./firefox/privileged.ts";
import { startFirefox } from "./firefox/process.ts";
import {
  extensionOrigin,
  type FirefoxSession,
  installExtension,
  navigate,
  openSession,
  openTab,
  tabs,
} from "./firefox/session.ts";
import { startLocalProxy } from "./network/local-proxy.ts";
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
    const running = await startFirefox({ profileDir, preferences, headless, homeDir }, (line) =>
      lines.push(line),
    );
    const session = await openSession(running.bidiUrl);
    if (options.lang) await session.inBrowser(SET_LANGUAGE, options.lang);
    return { running, session };
  };
  const openWorkbench = async (on: FirefoxSession) => {
    const [first = ""] = await tabs(on);
    await navigate(on, first, `${origin}/${BLANK}`);
    return first;
  };
  let { running, session } = await start();
  const [firstTab = ""] = await tabs(session);
  // An extension that opens its options page when it is installed would take an empty tab for it.
  await navigate(session, firstTab, "data:text/plain,driver");
  const staysInstalled = await installExtension(session, dir);
  const origin = await extensionOrigin(session, id);
  let workbench = await openWorkbench(session);
  const quit = async () => {
    // The answer may be lost with the browser that gives it.
    await session.bidi.send("browser.close", {}).catch(() => undefined);
    await running.ended();
    session.bidi.close();
  };

  const api: BrowserUnderTest = {
    name: "firefox",
    version: session.version,
    extensionOrigin: origin,
    async openPage(path, viewport = { width: 380, height: 600 }) {
      const url = `${origin}/${path}`;
      const context = await openTab(session, url);
      await session.bidi.send("browsingContext.setViewport", { context, viewport });
      const close = async () => void (await session.bidi.send("browsingContext.close", { context }));
      return firefoxPage(session, context, url, run, close);
    },
    async openPopup() {
      const { context, url } = await session.inBrowser<{ context: string; url: string }>(OPEN_POPUP, id);
      return firefoxPage(session, context, url, run, () => session.inBrowser(CLOSE_POPUP));
    },
    badge: () => api.inExtension(readBadge),
    inExtension: (inPage, ...args) =>
      callIn(session.bidi, workbench, `(...args) => (${inPage})(browser, ...args)`, args) as never,
    async notifications() {
      if (!showsNotifications) await session.inBrowser(SHOW_NOTIFICATIONS);
      showsNotifications = true;
      return session.inBrowser(NOTIFICATIONS, id);
    },
    clickNotification: (notification) => session.inBrowser(CLICK_NOTIFICATION, id, notification),
    clickMenu: (entry) => session.inBrowser(CLICK_MENU, id, entry),
    pressShortcut: (command) => session.inBrowser(PRESS_SHORTCUT, id, command),
    stopWorker: () => session.inBrowser(STOP_EVENT_PAGE, id),
    async restart() {
      await quit();
      ({ running, session } = await start());
      if (showsNotifications) await session.inBrowser(SHOW_NOTIFICATIONS);
      if (!staysInstalled) await installExtension(session, dir);
      await extensionOrigin(session, id);
      workbench = await openWorkbench(session);
    },
    async emulate({ colorScheme, offline }) {
      if (colorScheme) {
        await session.inBrowser(SET_COLOR_SCHEME, colorScheme === "dark" ? 0 : 1);
        // Pages learn of it a moment later.
        const arrived = `() => matchMedia("(prefers-color-scheme: ${colorScheme})").matches`;
        await poll(`the ${colorScheme} look`, () => callIn<boolean>(session.bidi, workbench, arrived));
      }
      if (offline === undefined) return;
      // Offline Firefox still talks to this machine, and the proxy is on it.
      proxy.setOffline(offline);
      await session.inBrowser(SET_OFFLINE, offline);
    },
    setPolicy(next) {
      policy = next;
    },
    downloads: run.downloads,
    setHosts: (hosts) => proxy.setHosts(hosts),
    refusedHosts: () => proxy.refused,
    consoleText: () => [...lines],
    untilGone: () => running.gone,
    async close() {
      await quit();
      await proxy.close();
      await run.remove();
      if (!options.profileDir) await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return api;
}
