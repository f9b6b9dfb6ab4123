// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { noteWhereShown } from "./where-shown.ts";

afterEach(() => {
  document.documentElement.className = "";
  vi.unstubAllGlobals();
});

function shownIn(popups: unknown[]): string {
  vi.stubGlobal("chrome", { extension: { getViews: () => popups } });
  noteWhereShown();
  return document.documentElement.className;
}

test("a page that is no popup is told to be in a tab, also while a popup is open elsewhere", () => {
  expect(shownIn([])).toBe("in-tab");
  expect(shownIn([{}])).toBe("in-tab");
});

test("a popup is not", () => {
  expect(shownIn([{}, window])).toBe("");
});
