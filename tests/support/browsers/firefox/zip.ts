import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { zipSync } from "fflate";

/** Packs a folder into a ZIP archive: an add-on that is installed for good must be a single file. */
export async function zipFolder(dir: string): Promise<Buffer> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => {
    return [relative(dir, path).split(sep).join("/"), await readFile(path)] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(await Promise.all(files))));
}
