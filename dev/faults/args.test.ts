import { expect, test } from "vitest";
import { readArguments } from "./args.ts";

test("without arguments everything is told, in both browsers", () => {
  expect(readArguments([])).toEqual({
    parts: ["matrix", "deaths", "awaits", "fuzz"],
    browsers: ["chromium", "firefox"],
    deaths: 500,
    bodies: 100_000,
    seed: 1,
    name: undefined,
  });
});

test("parts, a browser, counts and names can be chosen", () => {
  const args = [
    "--only",
    "fuzz,matrix",
    "--browser=firefox",
    "--bodies",
    "7",
    "--seed",
    "3",
    "-t",
    "the clock",
  ];
  expect(readArguments(args)).toMatchObject({
    parts: ["matrix", "fuzz"],
    browsers: ["firefox"],
    bodies: 7,
    seed: 3,
    name: "the clock",
  });
});

test.each([
  [["--only", "all"]],
  [["--browser", "safari"]],
  [["--deaths", "-1"]],
  [["--bodies", "many"]],
  [["x"]],
])("%j is answered with how it is used", (args) =>
  expect(() => readArguments(args)).toThrow("Usage: npm run faults"),
);
