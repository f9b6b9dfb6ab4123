import type { TabEvent } from "../../../browser/tab-events.ts";
import { findTab } from "../../../browser/web-tab.ts";
import { statusOf } from "../../../core/model/records.ts";
import { isReconnecting } from "../../../core/schedule/reconnections.ts";
import { cooldownMs, isBackingOff, rateLimitMs } from "../../../core/schedule/schedule.ts";
import { commit } from "../../../storage/commit.ts";
import { readStatus, writableStatus } from "../../../storage/status.ts";
import { check, isBeingChecked } from "../../checks/check.ts";
import { checkInTurn } from "../../checks/check-in-turn.ts";
import { findAccount, monitoredAccounts } from "../../monitored-accounts.ts";
import { inFrontAfter } from "./in-front.ts";
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
  const accounts = await monitoredAccounts();
  return accounts.flatMap(({ account, status }) => (isReconnecting(status, Date.now()) ? [account.id] : []));
}

/** Checks an account as soon as Cal.com may say something new of it, unless it wants to be left alone. */
async function lookAgain(accountId: string): Promise<void> {
  await makeDue(accountId);
  // One that is under way may have been answered before the connection was made anew.
  if (isBeingChecked(accountId)) await check(accountId);
  const monitored = (await monitoredAccounts()).find(({ account }) => account.id === accountId);
  const now = Date.now();
  if (!monitored || rateLimitMs(monitored.status, now) > 0) return;
  await checkInTurn([{ monitored, notBefore: cooldownMs(monitored.status.state, now) }], 0);
}

/** Should the worker be ended while it waits, the alarm does it. */
async function makeDue(accountId: string): Promise<void> {
  await commit(async () => {
    const status = writableStatus(await readStatus(accountId));
    const now = Date.now();
    if (!status || isBackingOff(status, now) || !(await findAccount(accountId))) return null;
    const soon = now + cooldownMs(status.state, now);
    const nextCheckAt = Math.min(status.nextCheckAt ?? soon, soon);
    return { set: { [statusOf(accountId)]: { ...status, nextCheckAt } } };
  });
}
