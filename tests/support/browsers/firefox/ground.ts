import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { LaunchOptions, ManagedStorage } from "../browser-under-test.ts";
import { startLocalProxy } from "../network/local-proxy.ts";
import { makeRunFolder } from "../run-folder.ts";
import { type Ground, type Kept, keep, type Running, takeKept } from "./kept.ts";
import { CLOSE_OTHER_TABS, UNINSTALL } from "./management.ts";
import { writePolicy } from "./policy.ts";
import { downloadPreferences, firefoxPreferences } from "./preferences.ts";
import { CLOSE_POPUP, SET_LANGUAGE } from "./privileged.ts";
import { startFirefox } from "./process.ts";
import { callIn, openBrowserWindow } from "./session.ts";

/** A browser that was left, or a new one. @param id of the extension, which is not installed yet */
export async function groundFor(id: string, options: LaunchOptions): Promise<Ground> {
  const { profileDir, policy, prefs, headless = true } = options;
  const isLikeOthers = profileDir === undefined && policy === undefined && prefs === undefined && headless;
  const left = isLikeOthers ? await takeKept(likeOf(options)) : null;
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
      for (const dir of [profileDir, run.dir]) rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
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
