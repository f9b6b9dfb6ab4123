import type { ActionReply } from "../../messages/message.ts";
import { isBackingOff } from "../../monitor/due.ts";
import { findAccount } from "../../monitor/watched.ts";
import { report } from "../../platform/report.ts";
import { showWebPage } from "../../platform/web-tab.ts";
import { type ConnectionId, connectionKey } from "../../status/subject.ts";
import { commit } from "../../store/commit.ts";
import { statusOf } from "../../store/records.ts";
import { readStatus, statusToGoOn } from "../../store/status.ts";
import { connectionOf } from "../../telling/copy/find.ts";
import { placeUrl } from "../../telling/places.ts";
import { DONE, refused, safely } from "../reply.ts";
import { Turns } from "../turns.ts";
import { reconnectPlace } from "./place.ts";
import { dueWithReconnections, isOpen, withReconnection } from "./reconnections.ts";
import { changeTabs } from "./tabs.ts";

/** A tab is opened at once, whatever Cal.com is being asked meanwhile: these turns are not those of the other actions. */
const clicks = new Turns();

/**
 * Opens the place in the account's web app where a connection is made anew, and sees to it that Cal.com is asked what became
 * of that. The address is made of what is stored; a page only says which connection is meant.
 */
export function reconnect(accountId: string, connection: ConnectionId): Promise<ActionReply> {
  const wish = { about: connectionKey(connection), what: "reconnect" };
  return clicks.takeOnce(accountId, wish, () => safely(() => run(accountId, connection)));
}

async function run(accountId: string, connection: ConnectionId): Promise<ActionReply> {
  const account = await findAccount(accountId);
  if (!account) return refused({ problem: "accountGone" });
  const status = statusToGoOn(await readStatus(accountId));
  if (!status) return refused({ problem: "newerStore" });
  const url = placeUrl(account.webUrl, reconnectPlace(status.memory, connection));
  if (url === null) return refused({ problem: "noWebApp" });
  // What recovered is over, and its tab the person's own.
  const isGoingOn = status.reconnections.some((one) => isOpen(one, Date.now()));
  await note(accountId, connection).catch((error: unknown) =>
    // The tab is what the person wants: that nobody will tell what came of it must not keep it shut.
    report("A reconnection could not be stored", error),
  );
  return open(accountId, url, isGoingOn);
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
