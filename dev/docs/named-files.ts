import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";

/** What is made by the tools, at the top of the project. */
const MADE = [".git", ".output", ".wxt", "coverage", "node_modules", "reports", "screenshots"];
const PATH = /^\.?[\w-][\w.@-]*(?:\/[\w.@-]+)*\/?$/;
const EXTENSION = /.\.(?:ts|tsx|mjs|js|json|jsonl|md|yml|css|html|svg|png|zip)$/;
/** Words that stand for something else, as in `locales/xx.yml`. */
const PLACEHOLDER = /(?:^|[-/.])(?:FILE|VERSION|NAME|xx)(?:[-/.]|$)/;

/**
 * The files and folders of the project that a document names in backticks: what has a slash, or an extension that we use.
 * Commands, addresses and absolute paths are no such names; neither are placeholders and what the tools make.
 *
 * @param markdown blocks of code are left out
 */
export function namedFiles(markdown: string): string[] {
  const prose = markdown.replace(/^```.*?^```/gms, "");
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
  return spans.filter(
    (span) =>
      PATH.test(span) &&
      (span.includes("/") || EXTENSION.test(span)) &&
      !PLACEHOLDER.test(span) &&
      !MADE.includes(span.split("/")[0] ?? ""),
  );
}

/**
 * Whether a name leads to a file or folder: it is the end of a path, and of a path of code with a slash the extension may be left
 * out, e.g. `cal-api/client`.
 *
 * @param paths from the project's folder, folders among them
 */
export function isThere(name: string, paths: readonly string[]): boolean {
  const wanted = `/${name.replace(/\/$/, "")}`;
  const forms = [wanted, ...(name.includes("/") ? [`${wanted}.ts`, `${wanted}.tsx`] : [])];
  return paths.some((path) => forms.some((form) => `/${path}`.endsWith(form)));
}

/**
 * The files and folders that are kept, as paths from the project's folder.
 *
 * @param root the project's folder
 */
export async function projectPaths(root: string): Promise<string[]> {
  const tops = (await readdir(root, { withFileTypes: true })).filter(({ name }) => !MADE.includes(name));
  const lists = await Promise.all(
    tops.map(async (top) => {
      if (!top.isDirectory()) return [top.name];
      const within = await readdir(join(root, top.name), { recursive: true });
      return [top.name, ...within.map((name) => `${top.name}/${name.replaceAll("\\", "/")}`)];
    }),
  );
  return lists.flat();
}

/** The documents that are for people, by their paths. */
export async function documents(root: string): Promise<Map<string, string>> {
  const within = await readdir(join(root, "docs"), { recursive: true });
  const names = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...within.map((name) => `docs/${name}`)];
  const documents = names.filter((name) => name.endsWith(".md"));
  return new Map(
    await Promise.all(
      documents.map(async (name) => [name, await readFile(join(root, name), "utf8")] as const),
    ),
  );
}

/**
 * Where the links of a document lead that stay in the project, as paths from the project's folder.
 *
 * @param file the document's own path
 */
export function linkedFiles(file: string, markdown: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) =>
    target.replace(/#.*$/, ""),
  );
  return targets
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(file), target));
}

/** The decisions that comments of code lead to, e.g. `docs/decisions/0017-notification-outbox.md`. */
export function namedDecisions(code: string): string[] {
  return [...code.matchAll(/\bdocs\/decisions\/[\w-]+\.md/g)].map(([path]) => path);
}
