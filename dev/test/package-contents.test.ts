import { expect, test } from "vitest";
import { contentProblems, sourceProblems } from "./package-contents.ts";

const LICENCES = "Parts\n\npreact 11.2.0 (MIT)\n";
const bytes = (text: string) => new TextEncoder().encode(text);
const extension = (more: Record<string, string> = {}) => {
  const texts = { "manifest.json": "{}", LICENSE: "MIT", "THIRD-PARTY-LICENSES.txt": LICENCES, ...more };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, bytes(text)]));
};
const problems = (more?: Record<string, string>, ships = ["preact"]) =>
  contentProblems("chrome", extension(more), ships, "/home/somebody/project");

test("what belongs into the extension is no problem", () => {
  expect(problems({ "chunks/a-B_1.js": "1", "_locales/pt_BR/messages.json": "{}" })).toEqual([]);
});

test.each(["notes.txt", "chunks/a.js.map", "coverage/index.html", ".env", "icon/128.svg"])(
  "%s does not belong into it",
  (name) =>
    expect(problems({ [name]: "" })).toEqual([`${name} does not belong into the package for chrome.`]),
);

test("each licence has to be there", () => {
  expect(problems({}, ["preact", "zod"])).toEqual([
    "The package for chrome does not have the licence of zod.",
  ]);
  const { LICENSE: _, ...without } = extension();
  expect(contentProblems("chrome", without, [], "/x")).toEqual(["The package for chrome has no LICENSE."]);
});

test("nothing tells where it was built", () => {
  expect(problems({ "chunks/a.js": 'import "/home/somebody/project/utils/a.ts"' })).toEqual([
    "chunks/a.js in the package for chrome tells where it was built.",
  ]);
});

test("sources are what git knows, and no products, also where git knows nothing", () => {
  const names = [
    "wxt.config.ts",
    "coverage/index.html",
    "screenshots/a.png",
    "docs/screenshots/a.png",
    "notes",
  ];
  const wrong = (tracked: Set<string> | null) => sourceProblems(names, tracked);
  const found = ["coverage/index.html is no source.", "screenshots/a.png is no source."];
  expect(wrong(null)).toEqual(found);
  expect(wrong(new Set(["wxt.config.ts", "docs/screenshots/a.png"]))).toEqual([
    ...found,
    "notes is no source.",
  ]);
});
