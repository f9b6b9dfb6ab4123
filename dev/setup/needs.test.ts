import { expect, test } from "vitest";
import { browsersFor } from "./needs.mjs";

test("the tests need both browsers, a part of them only if it starts one", () => {
  expect(browsersFor("dev/test/main.ts", [])).toEqual(["chromium", "firefox"]);
  expect(browsersFor("dev/test/main.ts", ["--only", "unit,browsers"])).toEqual(["chromium", "firefox"]);
  expect(browsersFor("dev/test/main.ts", ["--only=unit,types"])).toEqual([]);
});

test("end-to-end tests need both browsers or the one that is asked for, whatever the file", () => {
  expect(browsersFor("dev/e2e/main.ts", ["reconnect"])).toEqual(["chromium", "firefox"]);
  expect(browsersFor("dev/e2e/main.ts", ["reconnect", "--browser", "firefox"])).toEqual(["firefox"]);
});

test("the demo needs the browser it shows, other scripts none", () => {
  expect(browsersFor("dev/demo/main.ts", [])).toEqual(["chromium"]);
  expect(browsersFor("dev/demo/main.ts", ["--browser", "firefox"])).toEqual(["firefox"]);
  expect(browsersFor("dev/replay/main.ts", ["x.jsonl"])).toEqual([]);
});

test("the gallery and the measurements need both browsers or the one that is asked for, the stores' pictures one", () => {
  expect(browsersFor("dev/gallery/main.ts", ["all-well"])).toEqual(["chromium", "firefox"]);
  expect(browsersFor("dev/gallery/main.ts", ["--browser=firefox"])).toEqual(["firefox"]);
  expect(browsersFor("bench/main.ts", [])).toEqual(["chromium", "firefox"]);
  expect(browsersFor("bench/main.ts", ["--browser", "chromium"])).toEqual(["chromium"]);
  expect(browsersFor("dev/store/main.ts", [])).toEqual(["chromium"]);
});
