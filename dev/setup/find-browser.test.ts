import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBrowser } from "./find-browser.mjs";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "find-browser-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function program(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, "");
  await chmod(path, 0o755);
  return path;
}

test("a browser is found on the PATH", async () => {
  const path = await program("chromium");
  expect(findBrowser("chromium", { PATH: folder })).toBe(path);
});

test("the environment variable wins", async () => {
  await program("firefox-esr");
  const wished = await program("my-firefox");
  expect(findBrowser("firefox", { PATH: folder, FIREFOX_PATH: wished })).toBe(wished);
});

test("a wrong wish is an error that names it, also when another browser is there", async () => {
  await program("chromium");
  const wrong = { PATH: folder, CHROME_PATH: join(folder, "nowhere") };
  expect(() => findBrowser("chromium", wrong)).toThrow(/CHROME_PATH is ".*nowhere", but/);
  expect(() => findBrowser("chromium", { ...wrong, CHROME_PATH: folder })).toThrow("CHROME_PATH");
});
