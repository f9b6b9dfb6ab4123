import { expect, test } from "vitest";
import { hasDisplay, readArguments } from "./args.ts";

test("the demo shows Chromium, in a window if there is a display", () => {
  expect(readArguments([], true)).toEqual({ browser: "chromium", headless: false });
  expect(readArguments([], false)).toEqual({ browser: "chromium", headless: true });
  expect(readArguments(["--headless", "--browser", "firefox"], true)).toEqual({
    browser: "firefox",
    headless: true,
  });
  expect(readArguments(["--browser=firefox"], true).browser).toBe("firefox");
});

test("an unknown argument or browser gets a sentence", () => {
  expect(() => readArguments(["--brwser"], true)).toThrow('There is no argument "--brwser".');
  expect(() => readArguments(["--browser", "safari"], true)).toThrow('"safari" is no browser of this demo.');
  expect(() => readArguments(["--browser"], true)).toThrow("is no browser of this demo.");
});

test("only Linux needs to be told of a display", () => {
  expect(hasDisplay("linux", {})).toBe(false);
  expect(hasDisplay("linux", { DISPLAY: ":0" })).toBe(true);
  expect(hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
  expect(hasDisplay("darwin", {})).toBe(true);
});
