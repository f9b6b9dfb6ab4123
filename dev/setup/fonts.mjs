import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { aptGet, canApt } from "./apt.mjs";

const FOLDERS = [
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  join(homedir(), ".local/share/fonts"),
  join(homedir(), ".fonts"),
];

/** Installs a font if a Linux has none at all: without one, screenshots show boxes. Never fails. */
export function ensureFonts() {
  if (process.platform !== "linux" || FOLDERS.some(hasFont) || !canApt()) return;
  console.error("Installing a font for the screenshots …");
  aptGet(["install", "--yes", "--no-install-recommends", "fonts-dejavu-core"]);
}

/** @param {string} folder */
function hasFont(folder) {
  try {
    return readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/.test(String(name)));
  } catch {
    return false;
  }
}
