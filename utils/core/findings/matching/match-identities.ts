import type { Answer, AnsweredConnection } from "../../../cal-api/observation.ts";
import { type ConnectionId, connectionKey, connectionSubject } from "../../model/subject.ts";
import { type Draft, isConfirmed } from "../draft.ts";
import { type Identified, identifyComplete, identifyIncomplete, isComplete } from "./identify.ts";
import type { MatchedAnswer } from "./matched-answer.ts";
import { mergeEntries } from "./merge.ts";
import { completeNames, succeed } from "./succession.ts";

/** Assigns every entry of an answer to a connection, new or remembered; state is only touched by successions. */
export function matchIdentities(draft: Draft, answer: Answer): MatchedAnswer {
  const isGone = (id: ConnectionId) => isConfirmed(draft, "connection-gone", connectionSubject(id));
  const complete = identifyComplete(answer.connections, draft.state.connections, isGone);
  completeNames(draft, complete);
  succeed(draft, complete);

  const present = new Set(complete.map(({ id }) => connectionKey(id)));
  const lacking = draft.state.connections.filter(
    (connection) => !present.has(connectionKey(connection)) && !isGone(connection),
  );
  const incomplete = answer.connections.filter((entry) => !isComplete(entry));
  const all = [...complete, ...incomplete.flatMap((entry) => identifyIncomplete(entry, lacking))];

  const remembered = new Map(draft.state.connections.map((known) => [connectionKey(known), known]));
  const connections = new Map(
    [...grouped(all)].map(([key, { id, entries }]) => [key, mergeEntries(id, entries, remembered.get(key))]),
  );
  return { connections, incomplete: incomplete.length > 0 };
}

function grouped(all: readonly Identified[]) {
  const groups = new Map<string, { id: ConnectionId; entries: AnsweredConnection[] }>();
  for (const { id, entry } of all) {
    const key = connectionKey(id);
    const group = groups.get(key) ?? { id, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return groups;
}
