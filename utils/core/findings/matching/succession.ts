import { isUnlistedByCalCom } from "../../calendars/unlisted.ts";
import type { RememberedConnection } from "../../model/account-state.ts";
import { calendarSubject, connectionId, connectionKey, connectionSubject } from "../../model/subject.ts";
import { type Draft, isConfirmed } from "../draft.ts";
import { noteLostApp } from "../lost-apps.ts";
import { compareIds } from "../order.ts";
import type { Present } from "./present.ts";
import { replace } from "./replace.ts";

/**
 * Cal.com has no way to mend a connection: the app is added again, which makes another connection beside the one that is
 * broken, and the broken one stays until it is removed. A healthy connection that is known to be the same account again stands
 * for the other, whichever of the two appeared first: while that is still there it only says so, and once it is missing, nothing
 * is gone. (Cal.com's API behaviour, "There is no reconnect".)
 */
export function succeed(draft: Draft, present: readonly Present[]): void {
  const byKey = new Map(present.map((one) => [connectionKey(one.id), one]));
  const healthy = present.filter((one) => one.healthy);
  const known = new Map(draft.state.connections.map((one) => [connectionKey(one), one]));
  const before = [...draft.state.connections].sort(
    // A new one takes the place of one of which there is something to be compared with.
    (a, b) => isGone(draft, a) - isGone(draft, b) || wasNever(a) - wasNever(b) || compareIds(a, b),
  );
  for (const old of before) {
    const wasReplaced = old.replacedBy !== null;
    old.replacedBy = null;
    const entry = byKey.get(connectionKey(old));
    if (entry?.healthy) continue;
    const successor = successorOf(draft, old, healthy, known);
    if (!successor) continue;
    if (!entry || !wasReplaced) noteLostApp(draft, old.integration);
    if (entry) old.replacedBy = connectionId(successor.id);
    else {
      replace(draft, old, successor, healthy);
      known.delete(connectionKey(old));
    }
  }
}

const wasNever = ({ lastGoodAt }: RememberedConnection) => Number(lastGoodAt === null);

function successorOf(
  draft: Draft,
  old: RememberedConnection,
  healthy: readonly Present[],
  known: ReadonlyMap<string, RememberedConnection>,
): Present | undefined {
  const isSame = ({ primaryExternalId }: Present) =>
    primaryExternalId !== null && primaryExternalId === old.primaryExternalId;
  const isNew = ({ id }: Present) =>
    (known.get(connectionKey(id))?.firstAnswer ?? draft.state.answers) > old.firstAnswer;
  const [best] = healthy
    .filter(
      (one) =>
        one.id.integration === old.integration &&
        (old.lastGoodAt === null ? isNew(one) : isSame(one) || listsAllSelected(draft, one, old)),
    )
    .sort((a, b) => Number(isSame(b)) - Number(isSame(a)) || compareIds(a.id, b.id));
  return best;
}

function listsAllSelected(draft: Draft, { listed }: Present, old: RememberedConnection): boolean {
  const selected = old.calendars.filter(
    ({ isSelected, externalId }) =>
      isSelected &&
      !isUnlistedByCalCom(externalId) &&
      !isConfirmed(draft, "calendar-gone", calendarSubject(old, externalId)),
  );
  return selected.length > 0 && selected.every(({ externalId }) => listed.has(externalId));
}

const isGone = (draft: Draft, connection: RememberedConnection) =>
  Number(isConfirmed(draft, "connection-gone", connectionSubject(connection)));
