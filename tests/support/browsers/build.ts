import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { BrowserName } from "./browser-under-test.ts";

interface Manifest {
  host_permissions?: string[];
  optional_host_permissions?: string[];
  browser_specific_settings?: { gecko?: { id?: string } };
}

const ROOT = resolve(import.meta.dirname, "../../..");
const BUILDS = { chromium: "chrome-mv3", firefox: "firefox-mv3" } as const;
const COMMANDS = { chromium: "npx wxt build", firefox: "npx wxt build -b firefox" } as const;

/** The folder that `wxt build` writes for this browser. */
export function builtExtension(browser: BrowserName): string {
  return join(ROOT, ".output", BUILDS[browser]);
}

/** @throws with the command that makes the build, when it is not there. */
export async function readManifest(browser: BrowserName, dir: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(dir, "manifest.json"), "utf8"));
  } catch (cause) {
    throw new Error(`There is no built extension in ${dir}. Build it with: ${COMMANDS[browser]}`, { cause });
  }
}

/**
 * Copies a build into a profile: a new build meanwhile must not change the extension under a running browser.
 *
 * @param grantOptionalHosts whether the copy has the optional hosts from the start.
 * @returns the folder of the copy, the same for the same profile, as Chromium derives the extension's id from it.
 */
export async function copyBuild(
  dir: string,
  profileDir: string,
  grantOptionalHosts: boolean,
): Promise<string> {
  const {
    optional_host_permissions = [],
    host_permissions = [],
    ...rest
  } = await readManifest("chromium", dir);
  const copy = join(profileDir, "extension-under-test");
  await rm(copy, { recursive: true, force: true });
  await cp(dir, copy, { recursive: true });
  if (grantOptionalHosts) {
    const granted: Manifest = {
      ...rest,
      host_permissions: [...host_permissions, ...optional_host_permissions],
    };
    await writeFile(join(copy, "manifest.json"), JSON.stringify(granted));
  }
  return copy;
}
