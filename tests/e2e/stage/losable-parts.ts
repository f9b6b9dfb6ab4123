import { readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";

const CHUNKS = "chunks";

/**
 * Changes a copy of the build so that the modules that pages load later can get lost and be found again, while the browser
 * runs: a module that is lost needs a file that is not there.
 *
 * @param names of the modules, as their files begin, e.g. `Problems`
 * @throws when there is no such module
 */
export async function makeLosable(buildDir: string, names: readonly string[]): Promise<void> {
  const files = await readdir(join(buildDir, CHUNKS));
  for (const name of names) {
    const file = files.find((one) => one.startsWith(`${name}-`));
    if (!file) throw new Error(`No module of the build is called "${name}".`);
    await rename(join(buildDir, CHUNKS, file), join(buildDir, CHUNKS, `there-${file}`));
    await writeFile(
      join(buildDir, CHUNKS, file),
      `if (localStorage.getItem("lost") === "${name}") await import("./not-there.js");
export * from "./there-${file}";
`,
    );
  }
}

/** From now on this module is lost, for every page that was not opened yet; null for none. */
export async function lose(page: ExtensionPage, name: string | null): Promise<void> {
  await page.evaluate((lost) => localStorage.setItem("lost", lost ?? ""), name);
}
