import { type ChangeResult, disconnect } from "../../../cal-api/change.ts";
import { problemOf } from "../../../core/actions/problem.ts";
import { connectionOf } from "../../../core/calendars/find.ts";
import { isRemovableHere, type Removable, removalOf } from "../../../core/mending/removal.ts";
import type { AccountState } from "../../../core/model/account-state.ts";
import { type ConnectionSubject, connectionSubject } from "../../../core/model/subject.ts";
import type { ActionReply } from "../../../messaging/replies.ts";
import { abandonCheck } from "../../checks/check.ts";
import { findMonitored, isRateLimited, keyToAsk, rememberRateLimit } from "../precheck.ts";
import { type Certainty, readBack, type Seen } from "../read-back.ts";
import { DONE, inTurn, problemOfCommit, refused } from "../reply.ts";
import { type Asked, soon } from "../request-change.ts";
import { freshStatus } from "./fresh-status.ts";
import { storeStatus } from "./store-mending.ts";

/**
 * Deletes a broken connection that another one stands for. Whether it may be is decided by an answer that was made for this, right
 * before it is sent. It is sent once: one without an answer is settled by the next check.
 */
export function removeConnection(accountId: string, connection: ConnectionSubject): Promise<ActionReply> {
  return inTurn({ type: "remove-connection", accountId, connection }, () => run(accountId, connection));
}

async function run(accountId: string, connection: ConnectionSubject): Promise<ActionReply> {
  const before = await findMonitored(accountId);
  if ("problem" in before) return refused(before);
  if (!isRemovableHere(connection)) return refused({ problem: "webAppOnly" });
  const allowed = await keyToAsk(before);
  if ("problem" in allowed) return refused(allowed);
  const fresh = await freshStatus(accountId);
  if ("problem" in fresh) return refused(fresh);
  const removal = removalOf(fresh.state, before.status.state, connection);
  if (removal === "gone") return DONE;
  if ("problem" in removal) return refused(removal);
  return remove({ account: before.account, key: allowed.key }, removal);
}

async function remove(asked: Asked, connection: Removable): Promise<ActionReply> {
  const { account, key } = asked;
  // It is looked at soon what became of it, even if nobody lives to do it at once.
  const due = await storeStatus(asked, (status) => ({ ...status, nextCheckAt: soon(status, Date.now()) }));
  if (due !== "stored") return refused(problemOfCommit(due));
  // The answer to one that is under way may be from before.
  abandonCheck(account.id);
  const startedAt = performance.now();
  const result = await disconnect(account.apiUrl, key, connection);
  if (isRateLimited(result)) {
    await rememberRateLimit(asked, result, performance.now() - startedAt);
    return refused(problemOf(result));
  }
  if (result.kind === "done") await tell(asked, connection);
  const look = (state: AccountState) => (isListed(state, connection) ? "old" : "wanted");
  return replyOf(result, await readBack(account.id, look, certaintyOf(result)));
}

function certaintyOf({ kind }: ChangeResult): Certainty {
  if (kind === "done" || kind === "not-found") return "done";
  return kind === "failure" ? "perhaps" : "not-done";
}

/** The history tells of it as soon as Cal.com has said that it is done, while it is known how the connection was called. */
async function tell(asked: Asked, connection: Removable): Promise<void> {
  const subject = connectionSubject(connection);
  // What was done is done, whether it can be stored or not: the reply is about what Cal.com shows.
  await storeStatus(asked, (status) => status, [{ action: "remove-connection", subject }]).catch(() => {});
}

function isListed(state: AccountState, connection: Removable): boolean {
  const known = connectionOf(state, connection);
  return known !== undefined && known.condition !== "missing";
}

/** What Cal.com shows counts more than what it said. "Not found" is said of one that is gone already. */
function replyOf(result: ChangeResult, seen: Seen): ActionReply {
  if (seen === "wanted") return DONE;
  if (seen === "account-gone") return refused({ problem: "accountGone" });
  if (result.kind === "done" || result.kind === "not-found") {
    return refused({ problem: seen === "old" ? "notShown" : "notReadBack" });
  }
  return refused(problemOf(result));
}
