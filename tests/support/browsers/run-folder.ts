import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file as a person has it: its name without a folder, and what is written in it. */
export interface TextFile {
  name: string;
  text: string;
}

/** What one run of a browser needs on the disk beside its profile. */
export interface RunFolder {
  dir: string;
  /** The home folder of a browser that must not read the person's own. */
  homeDir: string;
  downloadsDir: string;
  /** Every file that is saved in full, the oldest first. */
  downloads(): Promise<TextFile[]>;
  /** Writes a file that can be chosen in a page; returns its path. The page may read it as long as it is open. */
  put(file: TextFile): Promise<string>;
  /** Deletes what was saved and chosen. */
  empty(): Promise<void>;
  remove(): Promise<void>;
}

/** What Chromium and Firefox call a file while they still write it. */
const UNFINISHED = /\.(crdownload|part)$/;

export async function makeRunFolder(): Promise<RunFolder> {
  const dir = await mkdtemp(join(tmpdir(), "browser-run-"));
  const [homeDir, downloadsDir] = [join(dir, "home"), join(dir, "downloads")];
  await Promise.all([mkdir(homeDir), mkdir(downloadsDir)]);
  return {
    dir,
    homeDir,
    downloadsDir,
    downloads: () => finishedFiles(downloadsDir),
    async put({ name, text }) {
      const path = join(await mkdtemp(join(dir, "chosen-")), name);
      await writeFile(path, text);
      return path;
    },
    async empty() {
      await rm(dir, { recursive: true, force: true, maxRetries: 3 });
      await Promise.all([homeDir, downloadsDir].map((one) => mkdir(one, { recursive: true })));
    },
    remove: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }),
  };
}

async function finishedFiles(dir: string): Promise<TextFile[]> {
  const names = await readdir(dir);
  const found = names
    // Firefox holds the name with an empty file while it writes another one beside it.
    .filter((name) => !UNFINISHED.test(name) && !names.includes(`${name}.part`))
    .map(async (name) => {
      const path = join(dir, name);
      const [text, { birthtimeMs, size }] = await Promise.all([readFile(path, "utf8"), stat(path)]);
      return { name, text, birthtimeMs, size };
    });
  return (await Promise.all(found))
    .filter(({ size }) => size > 0)
    .sort((one, other) => one.birthtimeMs - other.birthtimeMs)
    .map(({ name, text }) => ({ name, text }));
}
