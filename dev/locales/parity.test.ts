import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../test/root.ts";
import { type Texts, translationProblems } from "./parity.ts";

const FOLDER = join(ROOT, "locales");
const textsOf = async (file: string): Promise<Texts> => parse(await readFile(join(FOLDER, file), "utf8"));
const FILES = (await readdir(FOLDER)).filter((name) => name.endsWith(".yml"));

test.each(FILES)("%s has texts of ours only, each with what comes in", async (file) => {
  expect(translationProblems(await textsOf("en.yml"), await textsOf(file))).toEqual([]);
});

test("a text that is none of ours, and one that has lost or gained a place for what comes in, is told", () => {
  const source = { list: { title: "$1 of $2", count: { one: "One", other: "$1 calendars" } } };
  const polish = {
    list: { title: "$1", count: { one: "Jeden", few: "$1 kalendarze", other: "$3" }, extra: "?" },
  };
  expect(translationProblems(source, polish)).toEqual([
    "list.title has lost $2.",
    "list.count.other has lost $1.",
    "list.count.other has $3, for which nothing comes in.",
    "list.extra is no text of ours.",
  ]);
});
