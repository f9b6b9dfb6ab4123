import { afterEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { readShortcuts, shortcutSettings } from "./shortcuts.ts";

afterEach(() => vi.unstubAllEnvs());

const provide = (commands: object | undefined) => Object.assign(fakeBrowser, { commands });

test("shortcuts are read with the keys that they have, and without where they have none", async () => {
  const all = [{ name: "snooze", shortcut: "⌃⇧H" }, { name: "check-now" }];
  provide({ getAll: () => Promise.resolve(all) });
  expect(await readShortcuts()).toEqual([
    { name: "snooze", keys: "⌃⇧H" },
    { name: "check-now", keys: "" },
  ]);
});

test("a browser without shortcuts has none", async () => {
  provide(undefined);
  expect(await readShortcuts()).toEqual([]);
});

test("Chrome's page for them is opened in a tab", async () => {
  // In tests it is a text, of which only the empty one is false.
  vi.stubEnv("FIREFOX", "");
  const open = vi.spyOn(fakeBrowser.tabs, "create").mockResolvedValue({} as never);
  await shortcutSettings()?.();
  expect(open).toHaveBeenCalledWith({ url: "chrome://extensions/shortcuts" });
});

test("Firefox opens them itself, and one that can't leaves it to the person", async () => {
  vi.stubEnv("FIREFOX", "true");
  const openShortcutSettings = vi.fn(() => Promise.resolve());
  provide({ openShortcutSettings });
  await shortcutSettings()?.();
  expect(openShortcutSettings).toHaveBeenCalledOnce();
  provide({});
  expect(shortcutSettings()).toBeNull();
});
