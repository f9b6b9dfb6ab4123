import type { ActionReply } from "../messages/message.ts";
import { recordsAfterDeed } from "../monitor/deeds/records-after-deed.ts";
import { findAccount } from "../monitor/watched.ts";
import type { Memory } from "../status/memory.ts";
import { commit } from "../store/commit.ts";
import { readStatus, statusToGoOn } from "../store/status.ts";
import { DONE, problemOfCommit, refused, safely } from "./reply.ts";
import { DESTINATION_WISH } from "./set-destination.ts";
import { turns } from "./turns.ts";

/** Makes the destination that Cal.com has now the one that the person wants. Nothing is asked of Cal.com. */
export function keepDestination(accountId: string): Promise<ActionReply> {
  return turns.takeOnce(accountId, { about: DESTINATION_WISH, what: "keep" }, () =>
    safely(() => keep(accountId)),
  );
}

async function keep(accountId: string): Promise<ActionReply> {
  let isKept = false;
  const committed = await commit(async () => {
    const before = statusToGoOn(await readStatus(accountId));
    if (!before || !(await findAccount(accountId))) return null;
    isKept = !isChanged(before.memory);
    if (isKept) return null;
    const done = { act: { act: "keepDestination" as const }, did: [{ deed: "keep-destination" as const }] };
    return { set: await recordsAfterDeed(accountId, before, done, Date.now()) };
  });
  return committed === "stored" || isKept ? DONE : refused(problemOfCommit(committed));
}

function isChanged({ findings }: Memory): boolean {
  return findings.some(({ kind, endedAt }) => kind === "destination-changed" && endedAt === null);
}
