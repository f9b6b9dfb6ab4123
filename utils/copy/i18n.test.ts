import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { parse } from "yaml";
import { copyLanguage, plural, t, underscored } from "./i18n.ts";

function texts(map: Record<string, string>) {
  vi.spyOn(fakeBrowser.i18n, "getMessage").mockImplementation(
    (key: string, subs: string | (string | number)[] = []) =>
      (map[key] ?? "").replace(/\$(\d)/g, (_, n: string) => String([subs].flat()[Number(n) - 1] ?? "")),
  );
}

test("a text is found by its dotted key", () => {
  expect(t("extShortName")).toBe("Calendar Status");
});

test("a missing text shows its key, so that a gap is seen and nothing breaks", () => {
  texts({});
  expect(t("extName")).toBe("extName");
});

test("a number picks the plural category of the language the texts are in", () => {
  texts({ language: "ar", a_one: "one $1 $2", a_few: "few $1 $2", a_other: "other $1 $2" });
  const key = "a" as Parameters<typeof plural>[0];
  expect(plural(key, 1, ["x"])).toMatch(/^one . x$/);
  expect(plural(key, 3, ["x"])).toMatch(/^few . x$/);
  // 11 is "many" in Arabic: a language file without that form still says something.
  expect(plural(key, 11, ["x"])).toMatch(/^other .+ x$/);
});

test("large numbers are grouped", () => {
  texts({ language: "en", a_other: "$1 calendars" });
  expect(plural("a" as Parameters<typeof plural>[0], 2000)).toBe("2,000 calendars");
});

test("English texts in a browser of another language keep English plurals", () => {
  texts({ language: "en", "@@ui_locale": "ar" });
  expect(copyLanguage()).toBe("en");
  texts({ language: "en", "@@ui_locale": "en_GB" });
  expect(copyLanguage()).toBe("en-GB");
});

test("names within keys have no hyphens", () => {
  expect(underscored("destination-read-only")).toBe("destination_read_only");
});

test("the names of all texts are such as browsers take, and every plural has its general form", () => {
  const check = (tree: object) => {
    for (const [key, value] of Object.entries(tree)) {
      expect(key).toMatch(/^[A-Za-z0-9_]+$/);
      if (typeof value === "object") check(value);
    }
    if ("one" in tree) expect(tree).toHaveProperty("other");
  };
  check(parse(readFileSync("locales/en.yml", "utf8")));
});
