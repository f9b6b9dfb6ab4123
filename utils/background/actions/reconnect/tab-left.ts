import type { TabEvent } from "../../../browser/tab-events.ts";
import { findTab } from "../../../browser/web-tab.ts";
import { isOpen } from "../../../core/schedule/reconnections.ts";
import { monitoredAccounts } from "../../monitored-accounts.ts";
import { inFrontAfter } from "./in-front.ts";
import { lookAgain } from "./look-again.ts";
import { changeTabs, type OpenedTab } from "./tabs.ts";

/** How often leaving its tab is a reason to look, for one reconnection. */
const MOST_LOOKS = 5;

/** Looks whether a connection works again when the person leaves the tab in which they were to make it anew. */
export async function onTabEvent(event: TabEvent): Promise<void> {
  const left: string[] = [];
  await changeTabs(async (tabs) => {
    const kept: Record<string, OpenedTab> = {};
    for (const accountId of await reconnecting()) {
      const before = tabs[accountId];
      if (!before) continue;
      const tab = await findTab(before.tabId);
      const inFront = inFrontAfter(event, tab, before.inFront);
      const isLeft = before.inFront && !inFront && before.looks < MOST_LOOKS;
      if (isLeft) left.push(accountId);
      if (tab) kept[accountId] = { ...before, inFront, looks: before.looks + Number(isLeft) };
    }
    return kept;
  });
  await Promise.all(left.map(lookAgain));
}

/** Forgets the tabs of reconnections that are over, and with the last of them stops listening to tabs. */
export function forgetTabs(): Promise<void> {
  return changeTabs(async (tabs) => {
    const ids = Object.keys(tabs).length === 0 ? [] : await reconnecting();
    return Object.fromEntries(Object.entries(tabs).filter(([id]) => ids.includes(id)));
  });
}

async function reconnecting(): Promise<string[]> {
  const now = Date.now();
  const accounts = await monitoredAccounts();
  return accounts.flatMap(({ account, status }) =>
    status.reconnections.some((one) => isOpen(one, now)) ? [account.id] : [],
  );
}
