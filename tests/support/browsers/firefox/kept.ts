import type { Browser, Page } from "puppeteer-core";
import type { ManagedStorage } from "../browser-under-test.ts";
import type { LocalProxy } from "../network/local-proxy.ts";
import type { RunFolder } from "../run-folder.ts";

/** One process of the browser. */
export interface Running {
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

/** A browser without an extension that can be used again. */
export interface Kept extends Ground {
  /** What has to be alike for the next launch. */
  like: string;
  /** Ends it at once, for the end of this process, and deletes what it leaves. */
  kill(): void;
}

/** One at most: the next story takes it, or none does. */
let kept: Kept | null = null;

/**
 * The browser that was kept, where it is like this; otherwise it is quit, since no more than one is to be idle.
 * @returns null when none was kept, or another one
 */
export async function takeKept(like: string): Promise<Ground | null> {
  const found = kept;
  kept = null;
  if (found?.like === like) return found;
  await found?.quit();
  return null;
}

/** Leaves a browser to the next launch of this process, and ends it with this process. */
export async function keep(browser: Kept): Promise<void> {
  await kept?.quit();
  kept = browser;
  if (process.listeners("exit").includes(killKept)) return;
  process.on("exit", killKept);
  // A worker of the test runner is told to go by this signal, and would go without the above.
  process.once("SIGTERM", () => process.exit(143));
}

function killKept(): void {
  kept?.kill();
}
