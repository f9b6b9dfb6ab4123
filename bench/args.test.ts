import { expect, test } from "vitest";
import { readArguments } from "./args.ts";

test("everything is measured in both browsers, or what is asked for", () => {
  expect(readArguments([])).toEqual({
    parts: ["evaluate", "popup"],
    browsers: ["chromium", "firefox"],
    pairs: 25,
    sizes: null,
  });
  expect(readArguments(["--only", "popup", "--sizes=7,100", "--pairs", "5", "--browser=firefox"])).toEqual({
    parts: ["popup"],
    browsers: ["firefox"],
    pairs: 5,
    sizes: [7, 100],
  });
});

test("an unknown argument, part or number gets a sentence", () => {
  expect(() => readArguments(["--all"])).toThrow('There is no argument "--all".');
  expect(() => readArguments(["--only", "worker"])).toThrow('"worker" is none of evaluate, popup.');
  expect(() => readArguments(["--pairs"])).toThrow('"" is no number from 1 on.');
  expect(() => readArguments(["--sizes", "7,many"])).toThrow('"many" is no number from 1 on.');
});
