import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of the built extension whose worker does nothing, so that what is stored stays as it was put there. */
export interface StillBuild {
  dir: string;
  remove(): Promise<void>;
}

/** @throws when the extension is not built */
export async function stillBuild(): Promise<StillBuild> {
  const dir = await mkdtemp(join(tmpdir(), "calendar-status-gallery-"));
  await cp(".output/chrome-mv3", dir, { recursive: true });
  await writeFile(join(dir, "background.js"), "");
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
