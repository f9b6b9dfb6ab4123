import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { ROOT } from "../test/root.ts";
import { documents, isThere, linkedFiles, namedDecisions, namedFiles, projectPaths } from "./named-files.ts";

/** Files of other programs, and of the build, that documents name. */
const ELSEWHERE = [
  "Firefox.app/Contents/Resources/distribution/",
  "calendar-status@calendar-status.example.json",
  "first-paint.js",
  "policies.json",
  "popup-first.js",
  "popup.html",
];

const DOCUMENTS = await documents(ROOT);
const PATHS = await projectPaths(ROOT);

test.each([...DOCUMENTS])("%s names only files that there are", (_, text) => {
  const missing = namedFiles(text).filter((name) => !ELSEWHERE.includes(name) && !isThere(name, PATHS));
  expect(missing).toEqual([]);
});

test.each([...DOCUMENTS])("every link of %s leads to something", (file, text) => {
  expect(linkedFiles(file, text).filter((path) => !PATHS.includes(path.replace(/\/$/, "")))).toEqual([]);
});

test("comments of the code lead to decisions that there are", async () => {
  const code = PATHS.filter((path) => /^(utils|components|entrypoints|tests|dev)\/.*\.tsx?$/.test(path));
  const texts = await Promise.all(code.map((path) => readFile(join(ROOT, path), "utf8")));
  const named = texts.flatMap(namedDecisions);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !PATHS.includes(path))).toEqual([]);
});

test.each([...DOCUMENTS])("%s names only npm scripts that there are", (_, text) => {
  const named = [...text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name]) => name);
  expect(named.filter((name) => !Object.keys(packageJson.scripts).includes(name ?? ""))).toEqual([]);
});

test("whoever works on it is told of every npm script that they may run", () => {
  const text = DOCUMENTS.get("CONTRIBUTING.md") ?? "";
  const scripts = Object.keys(packageJson.scripts).filter((name) => name !== "postinstall");
  const missing = scripts.filter(
    (name) => !new RegExp(`\`npm (?:run )?(?:--silent )?${name}[\` ]`).test(text),
  );
  expect(missing).toEqual([]);
});

test("names are paths and files in backticks, not commands, addresses, blocks or what stands for something else", () => {
  const text = [
    "`utils/words.ts`, `utils/`, `words.ts` and `.github/workflows/test.yml`, but utils/bare.ts is not marked.",
    "`npm run build`, `https://example.org/a.json`, `/etc/x.json`, `storage.onChanged`, `dev/*/main.ts`, `.json`,",
    "`locales/xx.yml`, `calendar-status-VERSION-chrome.zip`, `.output/chrome-mv3`, `screenshots/demo/`",
    "```sh",
    "cat `dev/gone.ts`",
    "```",
  ].join("\n");
  expect(namedFiles(text)).toEqual(["utils/words.ts", "utils/", "words.ts", ".github/workflows/test.yml"]);
});

test("a name may be the end of a path, with a slash without its extension, and no other part of one", () => {
  const paths = ["utils", "utils/cal-api", "utils/cal-api/client.ts", "components/Row.tsx"];
  for (const name of ["utils/", "cal-api", "client.ts", "cal-api/client", "components/Row"])
    expect(isThere(name, paths), name).toBe(true);
  for (const name of ["client", "lient.ts", "api/client.ts", "utils/client.ts", "cal-api/client.tsx"])
    expect(isThere(name, paths), name).toBe(false);
});

test("links are those of the project, from where the document is", () => {
  const text = "[a](decisions/README.md), [b](../LICENSE#top), [c](https://example.org/x.md), [d](#here)";
  expect(linkedFiles("docs/page.md", text)).toEqual(["docs/decisions/README.md", "LICENSE"]);
});
