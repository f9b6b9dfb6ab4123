import { expect, test } from "vitest";
import { readArguments } from "./args.ts";

test("both browsers run, or the one that is asked for", () => {
  expect(readArguments([])).toEqual({ browsers: ["chromium", "firefox"], files: [] });
  expect(readArguments(["--browser", "firefox"]).browsers).toEqual(["firefox"]);
  expect(readArguments(["--browser=chromium"]).browsers).toEqual(["chromium"]);
});

test("files and a part of a test's name are kept apart", () => {
  expect(readArguments(["key", "-t", "a key", "tests/e2e/watch.test.ts"])).toMatchObject({
    files: ["key", "tests/e2e/watch.test.ts"],
    test: "a key",
  });
});

test("an argument or a browser that there is not gets a sentence", () => {
  expect(() => readArguments(["--watch"])).toThrow('There is no argument "--watch".');
  expect(() => readArguments(["--browser", "safari"])).toThrow('"safari" is no browser of these tests.');
  expect(() => readArguments(["-t"])).toThrow("After -t comes a part of a test's name.");
});
