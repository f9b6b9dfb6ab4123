import { expect, test } from "vitest";
import { readArguments } from "./args.ts";

test("both browsers are shown in every state, or one of them, or some states", () => {
  expect(readArguments([])).toEqual({ browsers: ["chromium", "firefox"], only: "" });
  expect(readArguments(["--browser", "firefox"])).toEqual({ browsers: ["firefox"], only: "" });
  expect(readArguments(["broken", "--browser=chromium"])).toEqual({ browsers: ["chromium"], only: "broken" });
});

test("an unknown argument or browser gets a sentence", () => {
  expect(() => readArguments(["--only"])).toThrow('There is no argument "--only".');
  expect(() => readArguments(["--browser", "safari"])).toThrow('"safari" is no browser of the gallery.');
});
