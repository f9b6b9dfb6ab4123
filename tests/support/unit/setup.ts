import { afterEach, beforeEach, inject, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { keepNulls } from "./keep-nulls.ts";

const texts: Record<string, string> = { ...inject("texts"), "@@ui_locale": "en_GB" };

function getMessage(key: string, substitutions: string | (string | number)[] = []): string {
  const all = [substitutions].flat();
  return (texts[key] ?? "").replace(/\$([1-9])/g, (_, n: string) => String(all[Number(n) - 1] ?? ""));
}

// What runs before any library knows the browser by this name.
vi.stubGlobal("chrome", fakeBrowser);

const forgetNulls = [fakeBrowser.storage.local, fakeBrowser.storage.session].map(keepNulls);

beforeEach(() => {
  fakeBrowser.reset();
  for (const forget of forgetNulls) forget();
  vi.spyOn(fakeBrowser.i18n, "getMessage").mockImplementation(getMessage);
  vi.spyOn(fakeBrowser.i18n, "getUILanguage").mockReturnValue("en-GB");
  // It has no picture on its button.
  vi.spyOn(fakeBrowser.action, "setIcon").mockResolvedValue(undefined);
});

afterEach(() => {
  vi.useRealTimers();
});
