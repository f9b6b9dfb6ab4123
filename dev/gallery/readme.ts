import { copyFile, mkdir } from "node:fs/promises";
import { FOLDER } from "./folder.ts";

/** The pictures of the README. */
const SHOWN = {
  "popup-all-well-light": "popup-all-well",
  "popup-revoked-dark": "popup-problem-dark",
  "options-accounts-light": "options",
};

export async function showInReadme(): Promise<void> {
  await mkdir("docs/screenshots", { recursive: true });
  for (const [name, shown] of Object.entries(SHOWN)) {
    await copyFile(`${FOLDER}/${name}.png`, `docs/screenshots/${shown}.png`);
  }
}
