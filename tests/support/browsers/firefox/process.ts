import { createInterface } from "node:readline";
import {
  createProfile,
  Browser as Edition,
  launch,
  WEBDRIVER_BIDI_WEBSOCKET_ENDPOINT_REGEX,
} from "@puppeteer/browsers";
import puppeteer, { type Browser } from "puppeteer-core";
import { browserExecutable } from "../executable.ts";
import { within } from "../within.ts";

export type Preferences = Readonly<Record<string, string | number | boolean>>;

interface FirefoxProcess {
  browser: Browser;
  /** Resolves when the browser has quit. */
  gone: Promise<void>;
  /** Quits; a browser that takes longer than 10 s is ended. */
  quit(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

const START_TIMEOUT_MS = 60_000;
/** What is asked of a page may take as long as the worker waits for Cal.com: a request of its own first, then a timeout. */
const COMMAND_TIMEOUT_MS = 120_000;
const QUIT_TIMEOUT_MS = 10_000;
/** Firefox's own complaint that it may not fetch its settings looks like a message of ours. */
const CONSOLE_LINE = /^console\.(\w+): (?!RSLoader)(.*)$/;

interface FirefoxOptions {
  profileDir: string;
  preferences: Preferences;
  headless: boolean;
  /** Where native manifests are looked for; undefined for the person's own home. */
  homeDir: string | undefined;
}

/**
 * Starts Firefox on a profile; every console message goes to `log`. Puppeteer's own launch would hand over the output only when
 * the first messages are gone.
 */
export async function startFirefox(
  { profileDir, preferences, headless, homeDir }: FirefoxOptions,
  log: (line: string) => void,
): Promise<FirefoxProcess> {
  await createProfile(Edition.FIREFOX, { path: profileDir, preferences: { ...preferences } });
  const running = launch({
    executablePath: browserExecutable("firefox"),
    args: [
      "--profile",
      profileDir,
      "--no-remote",
      "--remote-debugging-port=0",
      // The popup and the restarts are the browser's own business: driving them needs its privileges.
      "--remote-allow-system-access",
      ...(headless ? ["--headless"] : []),
    ],
    env: { ...process.env, ...(homeDir && { HOME: homeDir }), MOZ_CRASHREPORTER_DISABLE: "1" },
    // Whoever started it quits it; the terminal's signals reach both of us.
    detached: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  for (const stream of [running.nodeProcess.stdout, running.nodeProcess.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      const message = CONSOLE_LINE.exec(line);
      if (message) log(`${message[1]}: ${message[2]}`);
      else if (line.startsWith("JavaScript error:") && line.includes("moz-extension:")) log(line);
    });
  }
  const url = await running.waitForLineOutput(WEBDRIVER_BIDI_WEBSOCKET_ENDPOINT_REGEX, START_TIMEOUT_MS);
  const browser = await puppeteer.connect({
    browserWSEndpoint: `${url}/session`,
    protocol: "webDriverBiDi",
    acceptInsecureCerts: true,
    defaultViewport: null,
    networkEnabled: false,
    protocolTimeout: COMMAND_TIMEOUT_MS,
  });
  return {
    browser,
    gone: running.hasClosed(),
    async quit() {
      await browser.close();
      await within(QUIT_TIMEOUT_MS, "Firefox to quit", running.hasClosed()).catch(() => running.close());
    },
    kill: () => running.kill(),
  };
}
