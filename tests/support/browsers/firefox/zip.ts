import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { zipSync } from "fflate";

/**
 * Packs a folder into a ZIP archive: an add-on that is installed for good must be a single file.
 * @param version another one for its manifest
 */
export async function zipFolder(dir: string, version?: string): Promise<Buffer> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => {
    const [name, content] = [relative(dir, path).split(sep).join("/"), await readFile(path)];
    if (name !== "manifest.json" || version === undefined) return [name, content] as const;
    return [name, Buffer.from(JSON.stringify({ ...JSON.parse(content.toString()), version }))] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(await Promise.all(files))));
}
