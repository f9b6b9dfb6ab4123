import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { showWebPage } from "./web-tab.ts";

const { tabs, windows } = fakeBrowser;
const URL = "https://app.cal.com/apps/installed/calendar?hl=google-calendar";

let updated: ReturnType<typeof vi.spyOn>;
let created: ReturnType<typeof vi.spyOn>;
let focused: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  updated = vi.spyOn(tabs, "update").mockImplementation((async () => ({ id: 7, windowId: 5 })) as never);
  created = vi.spyOn(tabs, "create").mockImplementation((async () => ({ id: 8, windowId: 6 })) as never);
  focused = vi.spyOn(windows, "update").mockImplementation((async () => ({})) as never);
});

/** A tab with this id and address; undefined where the browser does not tell it. */
const open = (url?: string) =>
  vi.spyOn(tabs, "get").mockImplementation((async () => ({ id: 7, windowId: 5, url })) as never);

test("without a tab to reuse a new one is opened, and its window comes to the front", async () => {
  expect(await showWebPage(URL, undefined)).toBe(8);
  expect(created).toHaveBeenCalledWith({ url: URL });
  expect(focused).toHaveBeenCalledWith(6, { focused: true });
});

const REUSED = 7;

test.each([
  ["whose address is not told", undefined],
  ["that is on the same site", "https://app.cal.com/event-types"],
])("a tab %s is reused", async (_, url) => {
  open(url);
  expect(await showWebPage(URL, REUSED)).toBe(7);
  expect(updated.mock.calls).toEqual([[7, { url: URL, active: true }]]);
  expect(created).not.toHaveBeenCalled();
  expect(focused).toHaveBeenCalledWith(5, { focused: true });
});

test.each(["https://app.cal.eu/event-types", "https://mail.example.com/", "about:blank"])(
  "a tab that shows %s by now is left alone",
  async (url) => {
    open(url);
    expect(await showWebPage(URL, REUSED)).toBe(8);
    expect(updated).not.toHaveBeenCalled();
  },
);

test.each([
  ["refuses", () => Promise.reject(new Error("No window with id: 6."))],
  [
    "throws",
    () => {
      throw new Error("No window with id: 6.");
    },
  ],
])("a window that the browser %s to bring to the front loses no tab", async (_, answer) => {
  const reported = vi.spyOn(console, "error").mockImplementation(() => {});
  focused.mockImplementation(answer as never);
  expect(await showWebPage(URL, undefined)).toBe(8);
  expect(reported).toHaveBeenCalledTimes(1);
});

test("a browser that never answers is given up", async () => {
  vi.useFakeTimers();
  created.mockImplementation((() => new Promise(() => {})) as never);
  const shown = expect(showWebPage(URL, undefined)).rejects.toThrow("did not answer within 10 s");
  await vi.advanceTimersByTimeAsync(10_000);
  await shown;
  vi.useRealTimers();
});

test("a tab that is closed is replaced by a new one", async () => {
  vi.spyOn(tabs, "get").mockRejectedValue(new Error("No tab with id: 7."));
  expect(await showWebPage(URL, REUSED)).toBe(8);
});

test("so is one that is closed meanwhile", async () => {
  open();
  updated.mockRejectedValue(new Error("No tab with id: 7."));
  expect(await showWebPage(URL, REUSED)).toBe(8);
});

test("without any window one is opened", async () => {
  created.mockRejectedValue(new Error("No current window"));
  vi.spyOn(windows, "create").mockImplementation((async () => ({
    id: 3,
    tabs: [{ id: 9, windowId: 3 }],
  })) as never);
  expect(await showWebPage(URL, undefined)).toBe(9);
});

test("what the browser says when it opens none is passed on", async () => {
  created.mockRejectedValue(new Error("No current window"));
  vi.spyOn(windows, "create").mockRejectedValue(new Error("not now"));
  await expect(showWebPage(URL, undefined)).rejects.toThrow("not now");
});
