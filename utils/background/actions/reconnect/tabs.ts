import { browser } from "wxt/browser";
import { keepListening } from "../../../browser/tab-events.ts";
import { fitting } from "../../../core/fitting.ts";
import { serial } from "../../../core/serial.ts";

/** The tab in which an account's web app was opened. */
export interface OpenedTab {
  tabId: number;
  /** Whether the person was looking at it when last heard of. */
  inFront: boolean;
  /** How often Cal.com was asked since because it was left. */
  looks: number;
}

/** By the account's id. In `storage.session`: browsers give tabs other ids after a restart. */
export type OpenedTabs = Readonly<Record<string, OpenedTab>>;

const OPENED_TABS = "openedTabs";

const inTurn = serial();

async function readTabs(): Promise<OpenedTabs> {
  const { [OPENED_TABS]: raw } = await browser.storage.session.get(OPENED_TABS);
  return tabsIn(raw);
}

/** What is left of a stored record: without its number a tab can't be found. A tab that may be in front is one. */
export function tabsIn(raw: unknown): OpenedTabs {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return {};
  const tabs = Object.entries(raw).map(([id, tab]): [string, OpenedTab] => [id, fitting(tab, UNKNOWN)]);
  return Object.fromEntries(tabs.filter(([, { tabId }]) => tabId !== UNKNOWN.tabId));
}

const UNKNOWN: OpenedTab = { tabId: -1, inFront: true, looks: 0 };

/** One change at a time. Tabs are listened to as long as there are any: together, so that neither outruns the other. */
export function changeTabs(next: (tabs: OpenedTabs) => OpenedTabs | Promise<OpenedTabs>): Promise<void> {
  return inTurn(async () => {
    const before = await readTabs();
    const after = await next(before);
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      await browser.storage.session.set({ [OPENED_TABS]: after });
    }
    keepListening(Object.keys(after).length > 0);
  });
}
