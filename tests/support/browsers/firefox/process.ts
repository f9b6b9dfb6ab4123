import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { browserExecutable } from "../executable.ts";

export type Preferences = Readonly<Record<string, string | number | boolean>>;

export interface FirefoxProcess {
  /** Address of the browser's WebDriver BiDi server. */
  bidiUrl: string;
  /** Resolves when the browser has quit. */
  gone: Promise<void>;
  /** Waits until the browser has quit; after 10 s it is ended. */
  ended(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const QUIT_TIMEOUT_MS = 10_000;
const BIDI_LINE = /^WebDriver BiDi listening on (ws:\/\/\S+)/;
/** Firefox's own complaint that it may not fetch its settings looks like a message of ours. */
const CONSOLE_LINE = /^console\.(\w+): (?!RSLoader)(.*)$/;

export interface FirefoxOptions {
  profileDir: string;
  preferences: Preferences;
  headless: boolean;
  /** Where native manifests are looked for; undefined for the person's own home. */
  homeDir: string | undefined;
}

/** Starts Firefox on a profile; every console message goes to `log`. */
export async function startFirefox(
  { profileDir, preferences, headless, homeDir }: FirefoxOptions,
  log: (line: string) => void,
): Promise<FirefoxProcess> {
  await mkdir(profileDir, { recursive: true });
  const lines = Object.entries(preferences).map(([name, value]) => {
    return `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`;
  });
  await writeFile(join(profileDir, "user.js"), lines.join(""));
  const child = spawn(
    browserExecutable("firefox"),
    [
      "--profile",
      profileDir,
      "--no-remote",
      "--remote-debugging-port=0",
      // The popup and the restarts are the browser's own business: driving them needs its privileges.
      "--remote-allow-system-access",
      ...(headless ? ["--headless"] : []),
    ],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...(homeDir && { HOME: homeDir }), MOZ_CRASHREPORTER_DISABLE: "1" },
    },
  );
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);
  child.once("exit", () => process.removeListener("exit", endWithUs));
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const bidiUrl = await readOutput(child, log);
  return {
    bidiUrl,
    gone,
    async ended() {
      const timer = setTimeout(endWithUs, QUIT_TIMEOUT_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}

function readOutput(child: ChildProcess, log: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const last: string[] = [];
    const fail = (why: string) => reject(new Error(`Firefox did not start: ${why}\n${last.join("\n")}`));
    const timer = setTimeout(() => fail(`no answer within ${START_TIMEOUT_MS / 1000} s.`), START_TIMEOUT_MS);
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`it ended with code ${code}.`));
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        last.push(line);
        if (last.length > 20) last.shift();
        const url = BIDI_LINE.exec(line)?.[1];
        if (url) {
          clearTimeout(timer);
          resolve(url);
        }
        const message = CONSOLE_LINE.exec(line);
        if (message) log(`${message[1]}: ${message[2]}`);
        else if (line.startsWith("JavaScript error:") && line.includes("moz-extension:")) log(line);
      });
    }
  });
}
