import { connectionKey, connectionSubject, isDelegation } from "../../model/subject.ts";
import type { Draft } from "../draft.ts";
import { close, raise } from "../lifecycle.ts";
import type { MatchedAnswer, SeenConnection } from "../matching/matched-answer.ts";
import { compareIds } from "../order.ts";

/**
 * Is the same account of the same app connected more than once? Of those that work all but the first are too many; who removes
 * one of them in the web app unchecks the calendars of both. (Cal.com's API behaviour, "There is no reconnect".)
 */
export function evaluateTwice(draft: Draft, matched: MatchedAnswer): void {
  const first = new Map<string, SeenConnection>();
  const inOrder = [...matched.connections.values()]
    .filter(({ healthy, primaryExternalId }) => healthy && primaryExternalId !== null)
    .sort((a, b) => Number(isDelegation(b)) - Number(isDelegation(a)) || compareIds(a, b));
  const twins = new Set<SeenConnection>();
  for (const seen of inOrder) {
    const account = JSON.stringify([seen.integration, seen.primaryExternalId]);
    if (first.has(account)) twins.add(seen);
    else first.set(account, seen);
  }
  const keys = new Set([...twins].map(connectionKey));
  for (const connection of draft.state.connections) {
    const subject = connectionSubject(connection);
    if (keys.has(connectionKey(connection))) raise(draft, "connection-twice", subject, "now");
    else close(draft, "connection-twice", subject);
  }
}
