import { expect, test } from "vitest";
import { importsOf } from "./imports.ts";

const imports = (...lines: string[]) => importsOf("utils/check/check.ts", lines.join("\n"));

test("what is imported is named from the project's folder, whether at once, for its effect or later", () => {
  const { ours } = imports(
    'import { t } from "../words.ts";',
    'import main, { part } from "./part.ts";',
    'import "./look.css";',
    'const later = () => import("../pages/later.ts");',
  );
  expect(ours.map(({ target }) => target)).toEqual([
    "utils/words.ts",
    "utils/check/part.ts",
    "utils/check/look.css",
    "utils/pages/later.ts",
  ]);
});

test("packages are not ours, and what a comment says is no import", () => {
  const { ours, lines } = imports(
    'import { browser } from "wxt/browser";',
    "/**",
    ' * import { t } from "../words.ts";',
    " */",
    '// import { t } from "../words.ts";',
  );
  expect(ours).toEqual([]);
  expect(lines).toBe(1);
});

test("every line of a statement is counted, those of `export from` too, and those of import() are not", () => {
  const { lines } = imports(
    "import {",
    "  one,",
    "  other,",
    '} from "./part.ts";',
    'import type { A } from "./types.ts";',
    'export { more } from "./more.ts";',
    "export const all = [one, other];",
    'const later = () => import("./later.ts");',
  );
  expect(lines).toBe(6);
});

test("only what is left at run time is a value", () => {
  const { ours } = imports(
    'import type { A } from "./types.ts";',
    'export type { B } from "./more-types.ts";',
    'type C = typeof import("./shape.ts");',
    'import { type D, work } from "./mixed.ts";',
    'import { type E } from "./kept-by-the-compiler.ts";',
    'import type, { F } from "./odd-name.ts";',
  );
  const values = ours.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target);
  expect(values).toEqual([
    "utils/check/mixed.ts",
    "utils/check/kept-by-the-compiler.ts",
    "utils/check/odd-name.ts",
  ]);
  expect(ours).toHaveLength(6);
});

test("a file that is imported twice is one, and a value if either is", () => {
  const { ours } = imports('import type { A } from "./part.ts";', 'import { part } from "./part.ts";');
  expect(ours).toEqual([{ target: "utils/check/part.ts", typeOnly: false }]);
});
