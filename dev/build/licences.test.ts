import { join } from "node:path";
import { expect, test } from "vitest";
import { licenceCollector, licencesText, packageOf } from "./licences.ts";

const ROOT = join(import.meta.dirname, "../..");
const inPackages = (path: string) => join(ROOT, "node_modules", path);

test("a module leads to its package, with the licence and where its source is", () => {
  expect(packageOf(inPackages("preact/hooks/dist/hooks.mjs?v=1"), ROOT)).toMatchObject({
    name: "preact",
    licence: "MIT",
    source: "https://github.com/preactjs/preact",
    text: expect.stringContaining("Jason Miller"),
  });
  expect(packageOf(inPackages("webextension-polyfill/dist/browser-polyfill.js"), ROOT)?.text).toContain(
    "Mozilla Public License Version 2.0",
  );
});

test("code of this project has no licence of another, and what the bundlers add has theirs", () => {
  expect(packageOf(join(ROOT, "utils/core/time.ts"), ROOT)).toBeNull();
  expect(packageOf("\0rolldown/runtime.js", ROOT)?.name).toBe("rolldown");
  expect(packageOf("\0virtual:wxt-plugins", ROOT)).toMatchObject({ name: "wxt", licence: "MIT" });
});

test("a package without a text of its licence is not bundled", () => {
  expect(() => packageOf(inPackages("@wxt-dev/i18n/dist/index.mjs"), ROOT)).toThrow(
    "The licence of @wxt-dev/i18n, which is bundled, is not in ",
  );
});

test("each package is told once, in the order of the names, over several bundles", () => {
  const { plugin, text } = licenceCollector(ROOT);
  const chunk = (...paths: string[]) => ({ type: "chunk", moduleIds: paths.map(inPackages) });
  plugin.generateBundle(null, { "b.js": chunk("zod/mini/index.js"), "b.css": { type: "asset" } });
  plugin.generateBundle(null, { "a.js": chunk("preact/dist/preact.mjs", "zod/v4/core/core.js") });
  const titles = [...text().matchAll(/^(\S+) \d+\.\d+\.\d+ \(MIT\)$/gm)].map(([, name]) => name);
  expect(titles).toEqual(["preact", "zod"]);
  expect(licencesText([])).toBe(
    "Parts of these packages are in this extension. Each is followed by its licence.\n",
  );
});
