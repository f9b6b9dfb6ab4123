import { timeOf } from "../../../core/clock.ts";
import { mendingOf } from "../../../core/mending/find.ts";
import { withDismissed } from "../../../core/mending/own-acts.ts";
import { type ConnectionSubject, connectionSubject } from "../../../core/model/subject.ts";
import type { ActionReply } from "../../../messaging/replies.ts";
import { readKey } from "../../../storage/key.ts";
import { findMonitored } from "../precheck.ts";
import { DONE, inTurn, problemOfCommit, refused } from "../reply.ts";
import { storeStatus } from "./store-mending.ts";

/** The person wants nothing more put back of what went with a connection. Nothing is asked of Cal.com. */
export function dismissMending(accountId: string, connection: ConnectionSubject): Promise<ActionReply> {
  return inTurn({ type: "dismiss-mending", accountId, connection }, () => dismiss(accountId, connection));
}

async function dismiss(accountId: string, connection: ConnectionSubject): Promise<ActionReply> {
  const monitored = await findMonitored(accountId);
  if ("problem" in monitored) return refused(monitored);
  const { account, status } = monitored;
  if (!mendingOf(status.mendings, connection)) return refused({ problem: "nothingToMend" });
  const committed = await storeStatus(
    { account, key: await readKey(account) },
    (before) => ({
      ...before,
      mendings: withDismissed(before.mendings, connection, timeOf(before, Date.now())),
    }),
    [{ action: "dismiss-mending", subject: connectionSubject(connection) }],
  );
  return committed === "stored" ? DONE : refused(problemOfCommit(committed));
}
