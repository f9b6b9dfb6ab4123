import type { ActionProblem, ActionReply } from "../../messages/message.ts";
import { isBackingOff } from "../../monitor/due.ts";
import { findAccount } from "../../monitor/watched.ts";
import { report } from "../../platform/report.ts";
import { showWebPage } from "../../platform/web-tab.ts";
import type { ConnectionId } from "../../status/subject.ts";
import { commit } from "../../store/commit.ts";
import { statusOf } from "../../store/records.ts";
import { readStatus, statusToGoOn } from "../../store/status.ts";
import { connectionOf } from "../../telling/copy/find.ts";
import { placeUrl } from "../../telling/places.ts";
import { reconnectPlace } from "./place.ts";
import { dueWithReconnections, withReconnection } from "./reconnections.ts";
import { changeTabs } from "./tabs.ts";

/**
 * Opens the place in the account's web app where a connection is made anew, and sees to it that Cal.com is asked what became
 * of that. The address is made of what is stored; a page only says which connection is meant.
 */
export async function reconnect(accountId: string, connection: ConnectionId): Promise<ActionReply> {
  const account = await findAccount(accountId);
  if (!account) return refused("accountGone");
  const status = statusToGoOn(await readStatus(accountId));
  if (!status) return refused("newerStore");
  const url = placeUrl(account.webUrl, reconnectPlace(status.memory, connection));
  if (url === null) return refused("noWebApp");
  await note(accountId, connection).catch((error: unknown) =>
    // The tab is what the person wants: that nobody will tell what came of it must not keep it shut.
    report("A reconnection could not be stored", error),
  );
  await open(accountId, url);
  return { ok: true };
}

async function note(accountId: string, connection: ConnectionId): Promise<void> {
  await commit(async () => {
    const status = statusToGoOn(await readStatus(accountId));
    if (!status || !connectionOf(status.memory, connection) || !(await findAccount(accountId))) return null;
    const now = Date.now();
    const reconnections = withReconnection(status.reconnections, connection, now);
    const due = status.nextCheckAt ?? now;
    const nextCheckAt = isBackingOff(status, now) ? due : dueWithReconnections(due, reconnections, now);
    return { set: { [statusOf(accountId)]: { ...status, reconnections, nextCheckAt } } };
  });
}

async function open(accountId: string, url: string): Promise<void> {
  await changeTabs(async (tabs) => {
    const tabId = await showWebPage(url, tabs[accountId]?.tabId);
    return tabId === undefined ? tabs : { ...tabs, [accountId]: { tabId, inFront: true, looks: 0 } };
  });
}

function refused(problem: Extract<ActionProblem["problem"], "accountGone" | "newerStore" | "noWebApp">) {
  return { ok: false, problem: { problem } } as const;
}
