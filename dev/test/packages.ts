import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { runCommand } from "./command.ts";
import { fromProblems, type Outcome } from "./outcome.ts";
import { contentProblems, type Files, sourceProblems } from "./package-contents.ts";
import { ROOT } from "./root.ts";
import { unpackTwin } from "./twin.ts";

const { name, version, dependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
const zipOf = (kind: string) => `${name}-${version}-${kind}.zip`;
const KINDS = ["chrome", "firefox", "sources"] as const;

/**
 * What goes to the stores: it holds what belongs there and nothing of the machine where it was made; and whoever builds the sources
 * in another folder, at another place of the world, gets the same bytes.
 */
export async function checkPackages(): Promise<Outcome> {
  await zipBoth(ROOT);
  const own = await readZips(ROOT);
  const problems = [
    ...contentProblems("chrome", own.chrome.files, Object.keys(dependencies), ROOT),
    ...contentProblems("firefox", own.firefox.files, Object.keys(dependencies), ROOT),
    ...sourceProblems(Object.keys(own.sources.files), await tracked()),
  ];
  const parent = await mkdtemp(join(tmpdir(), "package twin-"));
  try {
    const twin = await unpackTwin(own.sources.files, join(parent, "elsewhere"));
    await zipBoth(twin, { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8" });
    const other = await readZips(twin);
    for (const kind of KINDS) problems.push(...differences(kind, own[kind], other[kind]));
  } finally {
    await rm(parent, { recursive: true });
  }
  return fromProblems(problems, KINDS.map((kind) => `${zipOf(kind)} ${own[kind].hash}`).join("\n"));
}

async function zipBoth(folder: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  for (const args of [["zip"], ["zip", "-b", "firefox"]]) {
    const { code, output } = await runCommand(join(folder, "node_modules", ".bin", "wxt"), args, env, folder);
    if (code !== 0) throw new Error(output);
  }
}

interface Zip {
  files: Files;
  hash: string;
}

async function readZips(folder: string): Promise<Record<(typeof KINDS)[number], Zip>> {
  const read = async (kind: string): Promise<Zip> => {
    const bytes = await readFile(join(folder, ".output", zipOf(kind)));
    return { files: unzipSync(bytes), hash: createHash("sha256").update(bytes).digest("hex") };
  };
  return { chrome: await read("chrome"), firefox: await read("firefox"), sources: await read("sources") };
}

/** What git knows or would take in; null where there is no git, as in unpacked sources. */
async function tracked(): Promise<ReadonlySet<string> | null> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { code, stdout } = await runCommand("git", args);
  return code === 0 ? new Set(stdout.split("\0")) : null;
}

function differences(kind: string, own: Zip, other: Zip): string[] {
  if (own.hash === other.hash) return [];
  const names = new Set([...Object.keys(own.files), ...Object.keys(other.files)]);
  const bytes = ({ files }: Zip, file: string) => Buffer.from(files[file] ?? []);
  const differing = [...names].filter((file) => !bytes(own, file).equals(bytes(other, file)));
  return [
    `Built elsewhere, the package for ${kind} is another one: ${differing.join(", ") || "the archive itself"}.`,
  ];
}
