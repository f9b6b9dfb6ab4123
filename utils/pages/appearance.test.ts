import { beforeEach, expect, test, vi } from "vitest";
import { applySavedTheme, applyTheme } from "./appearance.ts";

class MediaRule {
  media: { mediaText: string };
  constructor(mediaText: string) {
    this.media = { mediaText };
  }
}

const SYSTEM = "(prefers-color-scheme: dark)";
const kept = new Map<string, string>();
const style = { colorScheme: "" };
let dark: MediaRule;
let narrow: MediaRule;

/** A page as it is opened: with the rules of its style sheets as they were written. */
function openPage(): void {
  dark = new MediaRule(SYSTEM);
  narrow = new MediaRule("(max-width: 400px)");
  style.colorScheme = "";
  vi.stubGlobal("document", {
    styleSheets: [{ cssRules: [{}, narrow] }, { cssRules: [dark] }],
    documentElement: { style },
  });
}

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("CSSMediaRule", MediaRule);
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
  openPage();
});

test.each([
  ["dark", "all", "dark"],
  ["light", "not all", "light"],
  ["system", SYSTEM, ""],
] as const)("%s: the dark rules apply to %s, and no other rule is touched", (appearance, media, scheme) => {
  applyTheme("dark");
  applyTheme(appearance);
  expect(dark.media.mediaText).toBe(media);
  expect(style.colorScheme).toBe(scheme);
  expect(narrow.media.mediaText).toBe("(max-width: 400px)");
});

test("the next page wears it before anything is read from the store", () => {
  applyTheme("dark");
  openPage();
  applySavedTheme();
  expect(dark.media.mediaText).toBe("all");
  applyTheme("system");
  openPage();
  applySavedTheme();
  expect(dark.media.mediaText).toBe(SYSTEM);
});

test("where nothing may be remembered, a page is dressed all the same", () => {
  vi.stubGlobal("localStorage", null);
  applySavedTheme();
  applyTheme("light");
  expect(dark.media.mediaText).toBe("not all");
});
