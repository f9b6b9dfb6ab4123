import type { TabEvent } from "../../../browser/tab-events.ts";

interface Tab {
  id?: number | undefined;
  windowId?: number | undefined;
  active: boolean;
}

/** `windows.WINDOW_ID_NONE`: another program has the focus, and often only for the moment between two windows. */
const NO_WINDOW = -1;

/**
 * Whether the person looks at a tab after something happened to tabs.
 *
 * WHY [event]: whether a window has the focus can't be asked for reliably: while a popup is open, none has.
 * @param tab undefined when it is closed
 * @param before whether they looked at it until then
 */
export function inFrontAfter(event: TabEvent, tab: Tab | undefined, before: boolean): boolean {
  if (!tab) return false;
  switch (event.event) {
    case "activated":
      if (event.tabId === tab.id) return true;
      return event.windowId === tab.windowId ? false : before;
    case "focused":
      if (event.windowId === NO_WINDOW) return before;
      return event.windowId === tab.windowId && tab.active;
    case "closed":
      // A browser may still know the tab that it is closing.
      return event.tabId === tab.id ? false : before;
  }
}
