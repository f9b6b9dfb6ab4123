import { report } from "../../../browser/report.ts";
import { showWebPage } from "../../../browser/web-tab.ts";
import { reconnectPlace } from "../../../core/actions/reconnect-place.ts";
import { connectionOf } from "../../../core/calendars/find.ts";
import { timeOf } from "../../../core/clock.ts";
import { statusOf } from "../../../core/model/records.ts";
import { type ConnectionId, connectionSubject } from "../../../core/model/subject.ts";
import {
  dueWithReconnections,
  isReconnecting,
  withReconnection,
} from "../../../core/schedule/reconnections.ts";
import { isBackingOff } from "../../../core/schedule/schedule.ts";
import { placeUrl } from "../../../core/web-app-places.ts";
import type { ActionReply } from "../../../messaging/replies.ts";
import { commit } from "../../../storage/commit.ts";
import { readStatus, writableStatus } from "../../../storage/status.ts";
import { findAccount } from "../../monitored-accounts.ts";
import { DONE, inTurn, refused } from "../reply.ts";
import { SerialQueue } from "../serial-queue.ts";
import { changeTabs } from "./tabs.ts";

/** A tab is opened at once, whatever Cal.com is being asked meanwhile: these turns are not those of the other actions. */
const clicks = new SerialQueue();

/**
 * Opens the place in the account's web app where a connection is made anew, and sees to it that Cal.com is asked what became
 * of that. The address is made of what is stored; a page only says which connection is meant.
 */
export function reconnect(accountId: string, connection: ConnectionId): Promise<ActionReply> {
  const request = { type: "reconnect", accountId, connection: connectionSubject(connection) } as const;
  return inTurn(request, () => run(accountId, connection), clicks);
}

async function run(accountId: string, connection: ConnectionId): Promise<ActionReply> {
  const account = await findAccount(accountId);
  if (!account) return refused({ problem: "accountGone" });
  const status = writableStatus(await readStatus(accountId));
  if (!status) return refused({ problem: "newerStore" });
  const url = placeUrl(account.webUrl, reconnectPlace(status.state, connection));
  if (url === null) return refused({ problem: "noWebApp" });
  // What recovered is over, and its tab the person's own.
  const isGoingOn = isReconnecting(status, Date.now());
  await note(accountId, connection).catch((error: unknown) =>
    // The tab is what the person wants: that nobody will tell what came of it must not keep it shut.
    report("A reconnection could not be stored", error),
  );
  return open(accountId, url, isGoingOn);
}

async function note(accountId: string, connection: ConnectionId): Promise<void> {
  await commit(async () => {
    const status = writableStatus(await readStatus(accountId));
    if (!status || !connectionOf(status.state, connection) || !(await findAccount(accountId))) return null;
    const now = Date.now();
    const time = timeOf(status, now);
    const reconnections = withReconnection(status.reconnections, connection, time);
    const due = status.nextCheckAt ?? now;
    const soon = now - time + dueWithReconnections(due - now + time, reconnections, time);
    const nextCheckAt = isBackingOff(status, now) ? due : soon;
    return { set: { [statusOf(accountId)]: { ...status, reconnections, nextCheckAt } } };
  });
}

async function open(accountId: string, url: string, isGoingOn: boolean): Promise<ActionReply> {
  let reply = refused({ problem: "notOpened" });
  try {
    await changeTabs(async (tabs) => {
      const tabId = await showWebPage(url, isGoingOn ? tabs[accountId]?.tabId : undefined);
      reply = DONE;
      return tabId === undefined ? tabs : { ...tabs, [accountId]: { tabId, inFront: true, looks: 0 } };
    });
  } catch (error) {
    report("The web app could not be opened, or its tab not be remembered", error);
  }
  return reply;
}
