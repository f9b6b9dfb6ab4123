import type { AccountState } from "../../core/model/account-state.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";
import { recordsAfterAction } from "../user-actions/records-after-action.ts";
import { findWatched } from "./precheck.ts";
import { DONE, problemOfCommit, refused, safely } from "./reply.ts";
import { serialQueue } from "./serial-queue.ts";
import { DESTINATION_SCOPE } from "./set-destination.ts";

/** Makes the destination that Cal.com has now the one that the person wants. Nothing is asked of Cal.com. */
export function keepDestination(accountId: string): Promise<ActionReply> {
  return serialQueue.runOnce(accountId, { scope: DESTINATION_SCOPE, key: "keep" }, () =>
    safely(() => keep(accountId)),
  );
}

async function keep(accountId: string): Promise<ActionReply> {
  let reply = DONE;
  const committed = await commit(async () => {
    const watched = await findWatched(accountId);
    if ("problem" in watched || !isChanged(watched.status.state)) {
      reply = refused("problem" in watched ? watched : { problem: "nothingToKeep" });
      return null;
    }
    const done = {
      action: { action: "keep-destination" as const },
      journal: [{ action: "keep-destination" as const }],
    };
    return { set: await recordsAfterAction(accountId, watched.status, done, Date.now()) };
  });
  return committed === "newer" ? refused(problemOfCommit(committed)) : reply;
}

function isChanged({ findings }: AccountState): boolean {
  return findings.some(({ kind, endedAt }) => kind === "destination-changed" && endedAt === null);
}
