import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NOW } from "../../tests/fixtures/account.ts";
import type { BrowserName } from "../../tests/support/browsers/browser-under-test.ts";
import { builtExtension } from "../../tests/support/browsers/build.ts";

/** A copy of the built extension in which nothing happens by itself. */
export interface StillBuild {
  dir: string;
  remove(): Promise<void>;
}

const PAGES = ["popup.html", "options.html"];
const CLOCK = "still-clock.js";

/**
 * Copies the built extension. Its worker does nothing, so that what is stored stays as it was put there, and the clock of its
 * pages stands at the moment that the stores were made for.
 *
 * @throws when the extension is not built
 */
export async function stillBuild(browser: BrowserName): Promise<StillBuild> {
  const dir = await mkdtemp(join(tmpdir(), "calendar-status-gallery-"));
  await cp(builtExtension(browser), dir, { recursive: true });
  await writeFile(join(dir, "background.js"), "");
  await writeFile(join(dir, CLOCK), `Date.now = () => ${NOW};\n`);
  for (const page of PAGES) {
    const html = await readFile(join(dir, page), "utf8");
    await writeFile(join(dir, page), html.replace("<head>", `<head><script src="/${CLOCK}"></script>`));
  }
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
