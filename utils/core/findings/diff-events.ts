import { sameDestination } from "../calendars/destination.ts";
import type { AccountState, FindingRecord, RememberedConnection } from "../model/account-state.ts";
import type { AccountEvent } from "../model/changes.ts";
import { identity } from "../model/finding.ts";
import { type ConnectionId, calendarSubject, connectionKey, type Subject } from "../model/subject.ts";
import { byLevelKindSubject } from "./order.ts";

type Renamed = ReadonlyMap<string, ConnectionId>;

/**
 * Every confirmed change between two states of one account. That something worse covers a finding for a while is none,
 * nor is that a connection goes on under another identity.
 * @param resolved identities of the findings whose subject was seen right
 * @param renamed the other identities of connections, by the key of the one they had before
 */
export function diffEvents(
  before: AccountState,
  after: AccountState,
  resolved: ReadonlySet<string> = new Set(),
  renamed: Renamed = new Map(),
): AccountEvent[] {
  return [
    ...findingChanges(before, after, resolved, renamed),
    ...selectionChanges(before, after, renamed),
    ...destinationChange(before, after),
  ];
}

function findingChanges(
  before: AccountState,
  after: AccountState,
  resolved: ReadonlySet<string>,
  renamed: Renamed,
): AccountEvent[] {
  const was = standing(before, ({ kind, subject }) =>
    identity({ kind, subject: nowCalled(subject, renamed) }),
  );
  const is = standing(after, identity);
  const isUnkept = unkeptIn(before);
  const came = [...is].filter(
    ([id, { level, subject }]) => was.get(id)?.level !== level && !isUnkept(subject),
  );
  const over = [...was].filter(([id]) => !is.has(id));
  const sorted = (entries: [string, FindingRecord][]) =>
    entries.sort(([, a], [, b]) => byLevelKindSubject(a, b));
  const isRight = (id: string, finding: FindingRecord) => resolved.has(id) || resolved.has(identity(finding));
  return [
    ...sorted(came).map(([, finding]) => change("came", finding)),
    ...sorted(over).map(([id, finding]) => change(isRight(id, finding) ? "recovered" : "ended", finding)),
  ];
}

/** What there was no room for is no news when it comes up again: it was there. */
function unkeptIn({ connections }: AccountState): (subject: Subject) => boolean {
  const cut = connections.filter(({ notKept = 0 }) => notKept > 0);
  const known = new Map(
    cut.map((one) => [connectionKey(one), new Set(one.calendars.map(({ externalId }) => externalId))]),
  );
  return (subject) =>
    subject.type === "calendar" && known.get(connectionKey(subject))?.has(subject.externalId) === false;
}

function change(what: "came" | "recovered" | "ended", { kind, subject, level }: FindingRecord): AccountEvent {
  return { what, kind, subject, level };
}

function standing(
  { findings }: AccountState,
  name: (finding: FindingRecord) => string,
): Map<string, FindingRecord> {
  const confirmed = findings.filter((finding) => finding.confirmed && finding.endedCounted === null);
  return new Map(confirmed.map((finding) => [name(finding), finding]));
}

function nowCalled(subject: Subject, renamed: Renamed): Subject {
  const id = "integration" in subject ? renamed.get(connectionKey(subject)) : undefined;
  return id ? { ...subject, ...id } : subject;
}

function selectionChanges(before: AccountState, after: AccountState, renamed: Renamed): AccountEvent[] {
  const known = new Map(
    before.connections.map((was) => [connectionKey(renamed.get(connectionKey(was)) ?? was), was]),
  );
  return after.connections.flatMap((connection) => {
    const was = known.get(connectionKey(connection));
    return was && connection.lastGoodAt !== was.lastGoodAt ? selectionChangesOf(before, was, connection) : [];
  });
}

function selectionChangesOf(
  { pending }: AccountState,
  before: RememberedConnection,
  after: RememberedConnection,
): AccountEvent[] {
  const was = new Map(before.calendars.map(({ externalId, isSelected }) => [externalId, isSelected]));
  return after.calendars
    .filter(({ externalId, isSelected }) => was.has(externalId) && was.get(externalId) !== isSelected)
    .map(({ externalId, isSelected }) => {
      const action = isSelected ? "select-calendar" : "unselect-calendar";
      return {
        what: isSelected ? "selected" : "unselected",
        subject: calendarSubject(after, externalId),
        byPerson: pending.some((one) => one.action === action && one.externalId === externalId),
      };
    });
}

function destinationChange(before: AccountState, after: AccountState): AccountEvent[] {
  const [from, to] = [before.settledDestination, after.settledDestination];
  if (before.lastGoodAt === null || sameDestination(from, to)) return [];
  const byPerson = before.pending.some(
    (one) => one.action === "set-destination" && to !== null && sameDestination(one, to),
  );
  return [{ what: "destination", from, to, byPerson }];
}
