import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import type { LaunchOptions, ManagedStorage } from "../browser-under-test.ts";
import { keep, takeKept } from "../kept.ts";
import { type LocalProxy, startLocalProxy } from "../network/local-proxy.ts";
import { makeRunFolder, type RunFolder } from "../run-folder.ts";
import { CLOSE_OTHER_TABS, UNINSTALL } from "./management.ts";
import { writePolicy } from "./policy.ts";
import { downloadPreferences, firefoxPreferences } from "./preferences.ts";
import { CLOSE_POPUP, SET_LANGUAGE } from "./privileged.ts";
import { startFirefox } from "./process.ts";
import { callIn, openBrowserWindow } from "./session.ts";

/** One process of the browser. */
interface Running {
  browser: Browser;
  /** Where the functions with the browser's own privileges run. */
  browserWindow: Page;
  /** The tab where the driver works. */
  workbench: Page;
  /** Resolves when it has quit. */
  gone: Promise<void>;
  quit(): Promise<void>;
  kill(): void;
}

/** What an extension is installed on: a browser with a profile, what it can reach, and where it writes. */
export interface Ground {
  /** Another one after a restart. */
  on: Running;
  proxy: LocalProxy;
  run: RunFolder;
  /** Of the console, oldest first. */
  lines: string[];
  /** Quits and starts again on the same profile. */
  restart(policy: ManagedStorage | undefined): Promise<void>;
  /** Quits; a profile made for this run is deleted. */
  quit(): Promise<void>;
  /** Takes the extension away with all that it stored, and leaves the browser to the next launch that wants one like it. */
  leave(): Promise<void>;
}

interface Kept extends Ground {
  like: string;
  kill(): void;
}

/** A browser that was left, or a new one. @param id of the extension, which is not installed yet */
export async function groundFor(id: string, options: LaunchOptions): Promise<Ground> {
  const { profileDir, policy, prefs, headless = true } = options;
  const isLikeOthers = profileDir === undefined && policy === undefined && prefs === undefined && headless;
  const left = isLikeOthers ? await takeKept<Kept>(likeOf(options)) : null;
  left?.proxy.reset(options.hosts ?? {});
  return left ?? newGround(id, options);
}

function likeOf({ lang = "", grantOptionalHosts = false }: LaunchOptions): string {
  return `${lang} ${grantOptionalHosts}`;
}

async function newGround(id: string, options: LaunchOptions): Promise<Kept> {
  const profileDir = options.profileDir
    ? resolve(options.profileDir)
    : await mkdtemp(join(tmpdir(), "firefox-profile-"));
  const run = await makeRunFolder();
  const proxy = await startLocalProxy(options.hosts ?? {});
  const { headless = true, lang } = options;
  const preferences = {
    ...(headless && downloadPreferences(run.downloadsDir)),
    ...firefoxPreferences(options, proxy.port),
  };
  const lines: string[] = [];
  const start = async (policy: ManagedStorage | undefined): Promise<Running> => {
    await writePolicy(run.homeDir, id, policy);
    const homeDir = policy && run.homeDir;
    const started = await startFirefox({ profileDir, preferences, headless, homeDir }, (line) =>
      lines.push(line),
    );
    const workbench = (await started.browser.pages())[0] ?? (await started.browser.newPage());
    const browserWindow = await openBrowserWindow(started.browser);
    if (lang) await callIn(browserWindow, SET_LANGUAGE, lang);
    return { ...started, browserWindow, workbench };
  };
  const ground: Kept = {
    like: likeOf(options),
    on: await start(options.policy),
    proxy,
    run,
    lines,
    async restart(policy) {
      await ground.on.quit();
      ground.on = await start(policy);
    },
    async quit() {
      await ground.on.quit();
      await proxy.close();
      await run.remove();
      if (!options.profileDir) await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
    },
    kill() {
      ground.on.kill();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
    },
    async leave() {
      const { browserWindow, workbench } = ground.on;
      await callIn(browserWindow, CLOSE_POPUP);
      // A page of the extension would be closed with it.
      await workbench.goto("data:text/plain,driver");
      await callIn(browserWindow, UNINSTALL, id);
      await callIn(browserWindow, CLOSE_OTHER_TABS);
      await run.empty();
      lines.length = 0;
      await keep(ground);
    },
  };
  return ground;
}
