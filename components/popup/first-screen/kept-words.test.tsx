import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { t as browsers } from "../../../utils/copy/i18n.ts";
import { keptWords } from "../../../utils/screen/kept-words.ts";
import { speakWith, t } from "./kept-words.ts";

test("says what the browser would say, without asking it", () => {
  const expected = browsers("list.about", ["Turn on", "$1 & Family"]);
  speakWith(keptWords());
  vi.mocked(fakeBrowser.i18n.getMessage).mockClear();
  expect(t("list.about", ["Turn on", "$1 & Family"])).toBe(expected);
  expect(fakeBrowser.i18n.getMessage).not.toHaveBeenCalled();
});

test("asks the browser for what is not kept", () => {
  speakWith(keptWords());
  expect(t("part.missing")).toBe(browsers("part.missing"));
});
