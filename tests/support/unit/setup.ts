import { readFileSync } from "node:fs";
import { afterEach, beforeEach, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { parse } from "yaml";

type Tree = { [key: string]: string | Tree };

/** Texts as the build makes them: one level, joined by `_`. */
function flatten(tree: Tree, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object"
      ? flatten(value, [...path, key])
      : ([[[...path, key].join("_"), String(value)]] as [string, string][]),
  );
}

const texts = new Map(flatten(parse(readFileSync("locales/en.yml", "utf8")) as Tree));
texts.set("@@ui_locale", "en_GB");

function getMessage(key: string, substitutions: string | (string | number)[] = []): string {
  const all = [substitutions].flat();
  return (texts.get(key) ?? "").replace(/\$([1-9])/g, (_, n: string) => String(all[Number(n) - 1] ?? ""));
}

// What runs before any library knows the browser by this name.
vi.stubGlobal("chrome", fakeBrowser);

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, "getMessage").mockImplementation(getMessage);
  vi.spyOn(fakeBrowser.i18n, "getUILanguage").mockReturnValue("en-GB");
  // It has no picture on its button.
  vi.spyOn(fakeBrowser.action, "setIcon").mockResolvedValue(undefined);
});

afterEach(() => {
  vi.useRealTimers();
});
