import { describe, expect, test } from "vitest";
import type { TabEvent } from "../../../browser/tab-events.ts";
import { inFrontAfter } from "./in-front.ts";

const TAB = { id: 7, windowId: 1, active: true };
const behind = { ...TAB, active: false };
const activated = (tabId: number, windowId: number): TabEvent => ({ event: "activated", tabId, windowId });
const focused = (windowId: number): TabEvent => ({ event: "focused", windowId });
const closed = (tabId: number): TabEvent => ({ event: "closed", tabId });

describe("who looked at the tab", () => {
  test.each([
    ["leaves it for another tab", activated(8, 1), behind, false],
    ["stays when a tab of another window is chosen", activated(8, 2), TAB, true],
    ["leaves it for another window", focused(2), TAB, false],
    ["stays when another program has the focus", focused(-1), TAB, true],
    ["leaves it by closing it", closed(7), undefined, false],
    ["leaves it by closing it, though the browser may still know it", closed(7), TAB, false],
    ["stays when another tab is closed", closed(8), TAB, true],
    ["stays when it is their own that is chosen", activated(7, 1), TAB, true],
  ])("%s", (_, event, tab, inFront) => {
    expect(inFrontAfter(event, tab, true)).toBe(inFront);
  });
});

describe("who did not", () => {
  test.each([
    ["comes back to it", activated(7, 1), TAB, true],
    ["comes back to its window", focused(1), TAB, true],
    ["comes back to its window, where another tab is in front", focused(1), behind, false],
    ["goes on somewhere else", activated(9, 2), behind, false],
    ["closes something else", closed(9), behind, false],
  ])("%s", (_, event, tab, inFront) => {
    expect(inFrontAfter(event, tab, false)).toBe(inFront);
  });
});
