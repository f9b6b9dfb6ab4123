import { copyFile, link, mkdir, readdir, readlink, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Files } from "./package-contents.ts";
import { ROOT } from "./root.ts";

/** Unpacks sources into a new folder and gives them the packages of this one. @returns the folder */
export async function unpackTwin(sources: Files, folder: string): Promise<string> {
  for (const [name, bytes] of Object.entries(sources)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  // A link to the folder itself would lead bundlers back here.
  await linkTree(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** The same files at another place, without the room they take where the disk can do that. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}
