import { createInterface } from "node:readline";
import puppeteer, { type Browser } from "puppeteer-core";
import type { ManagedStorage } from "../browser-under-test.ts";
import { browserExecutable } from "../executable.ts";
import { setPolicyForNextStart } from "./policy.ts";
import { extensionId, prepareProfile } from "./profile.ts";

export interface ChromiumOptions {
  profileDir: string;
  extensionDir: string;
  proxyPort: number;
  headless: boolean;
  lang: string;
  /** Where files are saved without a question; undefined where the browser always saves them. */
  downloadsDir: string | undefined;
  policy: ManagedStorage | undefined;
  /** Further flags of the command line; default none. */
  flags?: readonly string[];
}

/** `[…:INFO:CONSOLE:12] "what was logged", source: chrome-extension://…` */
const CONSOLE_LINE = /:CONSOLE[:(]\d+\)?\] (.*)$/;

/**
 * Starts Chromium on a profile; every console message goes to `log`. It is read from the browser's own log, because a
 * worker that a debugger listens to never goes idle.
 */
export async function startChromium(options: ChromiumOptions, log: (line: string) => void): Promise<Browser> {
  const { profileDir, extensionDir, policy } = options;
  await prepareProfile(profileDir, extensionDir);
  await setPolicyForNextStart(profileDir, await extensionId(extensionDir), policy);
  const browser = await startInSandbox(options);
  const stderr = browser.process()?.stderr;
  if (stderr) {
    createInterface({ input: stderr }).on("line", (line) => {
      const [, message] = CONSOLE_LINE.exec(line) ?? [];
      if (message !== undefined) log(message);
    });
  }
  return browser;
}

/**
 * Root has no sandbox, and neither has an ordinary user in many a container. Without it this browser is as safe: it
 * only ever sees this extension and local servers.
 */
async function startInSandbox(options: ChromiumOptions): Promise<Browser> {
  if (process.getuid?.() === 0) return launchPuppeteer(options, ["--no-sandbox"]);
  try {
    return await launchPuppeteer(options, []);
  } catch (error) {
    if (!/sandbox|namespace/i.test(String(error))) throw error;
    return launchPuppeteer(options, ["--no-sandbox"]);
  }
}

function launchPuppeteer(options: ChromiumOptions, args: readonly string[]): Promise<Browser> {
  return puppeteer.launch({
    executablePath: browserExecutable("chromium"),
    headless: options.headless,
    // Extensions can only be loaded through a pipe; through a port any local program could.
    pipe: true,
    enableExtensions: true,
    userDataDir: options.profileDir,
    acceptInsecureCerts: true,
    defaultViewport: null,
    // Without scrollbars Chromium still makes room for them beside a popup, which nobody ever sees.
    ignoreDefaultArgs: ["--hide-scrollbars"],
    ...(options.downloadsDir && {
      downloadBehavior: { policy: "allow", downloadPath: options.downloadsDir },
    }),
    env: { ...process.env, LANGUAGE: options.lang.replace("-", "_") },
    args: [
      ...args,
      ...(options.flags ?? []),
      `--lang=${options.lang}`,
      `--proxy-server=127.0.0.1:${options.proxyPort}`,
      "--ignore-certificate-errors",
      "--enable-logging=stderr",
      "--disable-quic",
      "--disable-component-update",
      "--disable-domain-reliability",
      "--no-default-browser-check",
      "--no-pings",
      "--window-size=1000,800",
    ],
  });
}
