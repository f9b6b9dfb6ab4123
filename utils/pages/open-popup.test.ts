import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { openPopup } from "./open-popup.ts";

test.each([
  ["opened", () => Promise.resolve(), true],
  ["refused later", () => Promise.reject(new Error("no window")), false],
  [
    "refused at once",
    () => {
      throw new Error("no click");
    },
    false,
  ],
])("tells whether the popup is there: %s", async (_, open, isThere) => {
  Object.assign(fakeBrowser.action, { openPopup: vi.fn(open) });
  expect(await openPopup()).toBe(isThere);
});

test("a browser that can't open it is no failure", async () => {
  Object.assign(fakeBrowser.action, { openPopup: undefined });
  expect(await openPopup()).toBe(false);
});
