import { stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeRunFolder, type RunFolder } from "./run-folder.ts";

let run: RunFolder;
beforeEach(async () => {
  run = await makeRunFolder();
});
afterEach(() => run.remove());

const save = (name: string, text: string) => writeFile(join(run.downloadsDir, name), text);

test("files that a browser still writes are no downloads yet", async () => {
  await save("history.csv", "at,what");
  await save("one.json.crdownload", "{");
  await save("two.json", "");
  await save("two.json.part", "{");
  await save("three.json", "");
  expect(await run.downloads()).toEqual([{ name: "history.csv", text: "at,what" }]);
});

test("downloads come in the order in which they were saved, whatever their names and later changes", async () => {
  await save("b.json", "first");
  const { birthtimeMs } = await stat(join(run.downloadsDir, "b.json"));
  // The clock of a file system is a coarse one.
  await expect.poll(() => Date.now() - birthtimeMs).toBeGreaterThan(50);
  await save("a.json", "second");
  await utimes(join(run.downloadsDir, "b.json"), new Date(), new Date());
  expect((await run.downloads()).map(({ text }) => text)).toEqual(["first", "second"]);
});

test("two files of the same name can be chosen one after the other", async () => {
  const [one, other] = [
    await run.put({ name: "a.json", text: "1" }),
    await run.put({ name: "a.json", text: "2" }),
  ];
  expect(one).not.toBe(other);
});
