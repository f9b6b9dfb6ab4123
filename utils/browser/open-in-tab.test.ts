import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { openInTab } from "./open-in-tab.ts";

const { runtime, tabs, windows } = fakeBrowser;
const PAGE = "chrome-extension://test-extension-id/popup.html";

/** The pages of the extension that are open in tabs. */
function openTabs(...documentUrls: string[]) {
  vi.spyOn(runtime, "getContexts").mockImplementation((async () =>
    documentUrls.map((documentUrl, index) => ({ documentUrl, tabId: index + 1 }))) as never);
}

const update = () => vi.spyOn(tabs, "update").mockImplementation((async () => ({ windowId: 5 })) as never);
const create = () => vi.spyOn(tabs, "create").mockImplementation((async () => ({ windowId: 6 })) as never);
const focus = () => vi.spyOn(windows, "update").mockImplementation((async () => ({})) as never);

beforeEach(() => openTabs());

test("a page that is open nowhere is opened in a new tab, and its window comes to the front", async () => {
  const [created, focused] = [create(), focus()];
  await openInTab("popup.html", "#problem=x");
  expect(created).toHaveBeenCalledWith({ url: `${PAGE}#problem=x` });
  expect(focused).toHaveBeenCalledWith(6, { focused: true });
});

test.each([PAGE, `${PAGE}#problem=y`, `${PAGE}?a#b`])("%s is shown in the tab where it is", async (open) => {
  openTabs("chrome-extension://test-extension-id/options.html", open);
  const [created, updated, focused] = [create(), update(), focus()];
  await openInTab("popup.html", "#problem=x");
  expect(updated.mock.calls).toEqual([[2, { url: `${PAGE}#problem=x`, active: true }]]);
  expect(created).not.toHaveBeenCalled();
  expect(focused).toHaveBeenCalledWith(5, { focused: true });
});

test("only tabs are asked for, so that a popup is not taken for one", async () => {
  create();
  focus();
  await openInTab("popup.html", "");
  expect(runtime.getContexts).toHaveBeenCalledWith({ contextTypes: ["TAB"] });
});

test("a tab that is closed meanwhile is replaced by a new one", async () => {
  openTabs(PAGE);
  vi.spyOn(tabs, "update").mockRejectedValue(new Error("No tab with id: 1."));
  const created = create();
  focus();
  await openInTab("popup.html", "");
  expect(created).toHaveBeenCalledWith({ url: PAGE });
});

test("without any window one is opened", async () => {
  vi.spyOn(tabs, "create").mockRejectedValue(new Error("No current window"));
  const opened = vi.spyOn(windows, "create").mockImplementation((async () => ({ id: 7 })) as never);
  const focused = focus();
  await openInTab("popup.html", "#problem=x");
  expect(opened).toHaveBeenCalledWith({ url: `${PAGE}#problem=x` });
  expect(focused).toHaveBeenCalledWith(7, { focused: true });
});
