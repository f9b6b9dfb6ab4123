import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "puppeteer-core";
import type { LaunchOptions, ManagedStorage } from "../browser-under-test.ts";
import { copyBuild } from "../build.ts";
import { keep, takeKept } from "../kept.ts";
import { type LocalProxy, startLocalProxy } from "../network/local-proxy.ts";
import { makeRunFolder, type RunFolder } from "../run-folder.ts";
import { startChromium } from "./process.ts";
import { buildFolders } from "./profile.ts";

/**
 * Without a window there is no graphics card to draw with, and each process more costs a start of its own. A benchmark starts Chromium
 * without these, as people have it.
 */
const FEWER_PROCESSES = [
  "--disable-gpu",
  "--in-process-gpu",
  "--disable-features=SpareRendererForSitePerProcess",
];

/** What an extension is installed on: a browser with a profile, what it can reach, and where it writes. */
export interface Ground {
  browser: Browser;
  proxy: LocalProxy;
  run: RunFolder;
  /** Of the console, oldest first. */
  lines: string[];
  /** The copy of the build that is, or is to be, installed. Chromium derives the extension's id from its path. */
  extensionDir: string;
  /** Quits and starts again on the same profile. */
  restart(policy: ManagedStorage | undefined): Promise<void>;
  /** Quits; a profile made for this run is deleted. */
  quit(): Promise<void>;
  /** Takes the extension away with all that it stored, and leaves the browser to the next launch that wants one like it. */
  leave(extensionOrigin: string): Promise<void>;
}

interface Kept extends Ground {
  like: string;
  kill(): void;
}

/** A browser that was left, or a new one. The build is copied for it, and not installed yet. */
export async function groundFor(built: string, options: LaunchOptions): Promise<Ground> {
  const { profileDir, policy, headless = true, lang = "en-US" } = options;
  const isLikeOthers = profileDir === undefined && policy === undefined && headless;
  const left = isLikeOthers ? await takeKept<Kept>(lang) : null;
  if (!left) return newGround(built, options);
  left.proxy.reset(options.hosts ?? {});
  await copyBuild(built, left.extensionDir, options.grantOptionalHosts ?? false);
  return left;
}

async function newGround(built: string, options: LaunchOptions): Promise<Kept> {
  const { headless = true, lang = "en-US", grantOptionalHosts = false } = options;
  const profileDir = options.profileDir
    ? resolve(options.profileDir)
    : await mkdtemp(join(tmpdir(), "chromium-profile-"));
  const folders = buildFolders(profileDir);
  const nextFolder = () => folders.shift() ?? "";
  const firstDir = nextFolder();
  await copyBuild(built, firstDir, grantOptionalHosts);
  const run = await makeRunFolder();
  const proxy = await startLocalProxy(options.hosts ?? {});
  const lines: string[] = [];
  const start = (extensionDir: string, policy: ManagedStorage | undefined) =>
    startChromium(
      {
        profileDir,
        extensionDir,
        proxyPort: proxy.port,
        headless,
        lang,
        downloadsDir: headless ? run.downloadsDir : undefined,
        policy,
        flags: headless ? FEWER_PROCESSES : [],
      },
      (line) => lines.push(line),
    );
  const ground: Kept = {
    like: lang,
    browser: await start(firstDir, options.policy),
    proxy,
    run,
    lines,
    extensionDir: firstDir,
    async restart(policy) {
      await ground.browser.close();
      ground.browser = await start(ground.extensionDir, policy);
    },
    async quit() {
      await ground.browser.close();
      await proxy.close();
      await run.remove();
      if (!options.profileDir) await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
    },
    kill() {
      ground.browser.process()?.kill("SIGKILL");
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
    },
    async leave(extensionOrigin) {
      const { browser, extensionDir } = ground;
      await browser.uninstallExtension(new URL(extensionOrigin).host);
      // What a page was made to pretend is over with the page.
      const others = await browser.pages();
      await browser.newPage();
      for (const page of others) await page.close();
      await rm(extensionDir, { recursive: true, force: true });
      await run.empty();
      lines.length = 0;
      ground.extensionDir = nextFolder();
      // The last one, where no more extensions are known to the profile.
      await (ground.extensionDir ? keep(ground) : ground.quit());
    },
  };
  return ground;
}
