import { createHash } from "node:crypto";
import { mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";

interface Preferences {
  extensions?: {
    ui?: { developer_mode: boolean };
    pinned_extensions?: string[];
    settings?: Record<string, { creation_flags?: number }>;
  };
}

/** Chromium's mark on an extension that a debugger loaded: it is uninstalled at the next start. */
const LOADED_BY_DEBUGGER = 1 << 15;

/** The id that Chromium derives from the folder of an unpacked extension: a hash in the letters a to p. */
export async function extensionId(dir: string): Promise<string> {
  const hash = createHash("sha256")
    .update(await realpath(dir))
    .digest("hex");
  return [...hash.slice(0, 32)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}

/**
 * Makes a profile ready for a start. A new one gets developer mode, without which unpacked extensions are disabled, and
 * the extension's button on the toolbar. An old one keeps its extension, as if a person had loaded it, so that a restart
 * is a restart and no new installation.
 */
export async function prepareProfile(profileDir: string, extensionDir: string): Promise<void> {
  const folder = join(profileDir, "Default");
  const file = join(folder, "Preferences");
  const before = await readFile(file, "utf8").catch(() => undefined);
  const preferences: Preferences = before ? JSON.parse(before) : {};
  preferences.extensions = {
    ...preferences.extensions,
    ui: { developer_mode: true },
    pinned_extensions: [await extensionId(extensionDir)],
  };
  for (const settings of Object.values(preferences.extensions.settings ?? {})) {
    if (settings.creation_flags !== undefined) settings.creation_flags &= ~LOADED_BY_DEBUGGER;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(preferences));
}
