import { browser } from "wxt/browser";

/** What may mean that the person has left a tab. */
export type TabEvent =
  | { event: "activated"; tabId: number; windowId: number }
  | { event: "focused"; windowId: number }
  | { event: "closed"; tabId: number };

let heard: (event: TabEvent) => void = () => {};

const onActivated = ({ tabId, windowId }: { tabId: number; windowId: number }) =>
  heard({ event: "activated", tabId, windowId });
const onFocusChanged = (windowId: number) => heard({ event: "focused", windowId });
const onRemoved = (tabId: number) => heard({ event: "closed", tabId });

/** To be called when the worker starts, synchronously: an event that woke it up is lost on a later listener. */
export function listenToTabs(hear: (event: TabEvent) => void): void {
  heard = hear;
  keepListening(true);
}

/**
 * Goes on listening, or stops it.
 *
 * WHY [stop]: a browser wakes the worker for each of these events, so that nobody's tabs are worth it but during a
 * reconnection. A listener that is removed wakes it no more. (docs/decisions/0020-tabs-only-while-reconnecting.md)
 */
export function keepListening(isNeeded: boolean): void {
  const { tabs, windows } = browser;
  if (isNeeded) {
    tabs.onActivated.addListener(onActivated);
    tabs.onRemoved.addListener(onRemoved);
    // Firefox for Android has no windows.
    windows?.onFocusChanged.addListener(onFocusChanged);
  } else {
    tabs.onActivated.removeListener(onActivated);
    tabs.onRemoved.removeListener(onRemoved);
    windows?.onFocusChanged.removeListener(onFocusChanged);
  }
}
