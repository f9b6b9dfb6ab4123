import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One package that has a part in a bundle. */
export interface BundledPackage {
  name: string;
  version: string;
  /** Its SPDX identifier. */
  licence: string;
  /** Where its source is, which some licences want to be said. */
  source: string;
  /** The whole text. */
  text: string;
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  repository?: string | { url?: string };
}

const LICENCE_FILE = /^(licen[sc]e|copying)(\.(md|txt))?$/i;

/** What bundlers add of their own, by how they name it. */
const RUNTIMES = new Map([
  ["\0rolldown/", "rolldown"],
  ["\0vite/", "vite"],
  ["virtual:wxt-", "wxt"],
]);

/** Packages that ship no text of their licence: another of the same authors, from the same repository, has it. */
const SAME_TEXT = new Map([
  ["wxt", "@wxt-dev/webextension-polyfill"],
  ["@wxt-dev/browser", "@wxt-dev/webextension-polyfill"],
]);

/**
 * The package that a module of a bundle comes from; null for one of this project.
 *
 * @param id how the bundler names the module: a path, or a name of its own
 * @param root the project's folder
 * @throws when the licence of the package is not to be found: nothing may be shipped without it
 */
export function packageOf(id: string, root: string): BundledPackage | null {
  const runtime = [...RUNTIMES].find(([start]) => id.replace(/^\0(?=virtual:)/, "").startsWith(start));
  const folder = runtime ? join(root, "node_modules", runtime[1]) : folderOf(id);
  return folder === null ? null : readPackage(folder, root);
}

/** The folder of the package that a file belongs to: of the innermost one, as packages lie in packages. */
function folderOf(id: string): string | null {
  const path = id.replaceAll("\\", "/").replace(/[?#].*$/, "");
  const found = /^(?<folder>.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return found?.groups?.folder ?? null;
}

function readPackage(folder: string, root: string): BundledPackage {
  const { name, version, license, repository }: Manifest = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const other = SAME_TEXT.get(name);
  const text = licenceIn(folder) ?? (other && licenceIn(join(root, "node_modules", other)));
  if (!license || !text) throw new Error(`The licence of ${name}, which is bundled, is not in ${folder}.`);
  const url = typeof repository === "string" ? repository : repository?.url;
  if (!url) throw new Error(`${folder}/package.json does not say where the source of ${name} is.`);
  return { name, version, licence: license, source: webAddress(url), text };
}

function licenceIn(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const file = readdirSync(folder).find((one) => LICENCE_FILE.test(one));
  return file && readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
}

/** `git+https://github.com/a/b.git` and `a/b`, as npm abbreviates it, are `https://github.com/a/b`. */
function webAddress(repository: string): string {
  const plain = repository.replace(/^git\+/, "").replace(/\.git$/, "");
  return /^[\w.-]+\/[\w.-]+$/.test(plain) ? `https://github.com/${plain}` : plain;
}

/** The file that goes into the package, always the same for the same packages. */
export function licencesText(packages: readonly BundledPackage[]): string {
  const sorted = packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const parts = sorted.map(
    ({ name, version, licence, source, text }) => `${name} ${version} (${licence})\n${source}\n\n${text}\n`,
  );
  const first = "Parts of these packages are in this extension. Each is followed by its licence.\n";
  return [first, ...parts].join(`\n${"-".repeat(80)}\n\n`);
}

/** Collects which packages the bundles have parts of, over all builds of one run. */
export function licenceCollector(root: string) {
  const packages = new Map<string, BundledPackage>();
  return {
    plugin: {
      name: "licences",
      generateBundle(_: unknown, bundle: Record<string, { type: string; moduleIds?: string[] }>) {
        for (const id of Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds)) {
          const found = packageOf(id, root);
          if (found) packages.set(found.name, found);
        }
      },
    },
    text: () => licencesText([...packages.values()]),
  };
}
