import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

const COMPONENTS = join(import.meta.dirname, "..");
const CLASS_IN_SELECTOR = /\.([a-zA-Z][\w-]*)/g;

async function textsOf(extension: RegExp): Promise<string[]> {
  const paths = await readdir(COMPONENTS, { recursive: true });
  return Promise.all(
    paths.filter((path) => extension.test(path)).map((path) => readFile(join(COMPONENTS, path), "utf8")),
  );
}

/** Without comments, and of each rule only what it is for. */
function selectors(css: string): string {
  return css.replace(/\/\*.*?\*\//gs, "").replace(/[^{};]*;|[^{};]*(?=\})/g, "");
}

/** Every word of what is in quotes; of a word with something to fill in the beginning, e.g. `fold-$` of `fold-${icon}`. */
function quotedWords(code: string): string[] {
  const texts = [...code.matchAll(/"([^"\n]*)"/g), ...code.matchAll(/`([^`]*)`/g)];
  return texts.flatMap(([, text = ""]) => text.replace(/\$\{[^}]*\}/g, "$ ").split(/\s+/));
}

it("styles nothing but what a component draws", async () => {
  // Of every module: some classes are a word that is put together, or the answer of a function.
  const words = (await textsOf(/(?<!\.test)\.tsx?$/)).flatMap(quotedWords);
  // Set on the page itself before anything is drawn.
  const drawn = new Set([...words, "in-tab"]);
  const beginnings = words.filter((word) => /[a-z]-\$$/.test(word)).map((word) => word.slice(0, -1));
  const styled = (await textsOf(/\.css$/)).flatMap((css) =>
    [...selectors(css).matchAll(CLASS_IN_SELECTOR)].map(([, name = ""]) => name),
  );
  expect(styled.length).toBeGreaterThan(100);
  const lost = styled.filter(
    (name) => !drawn.has(name) && !beginnings.some((beginning) => name.startsWith(beginning)),
  );
  expect([...new Set(lost)]).toEqual([]);
});
