import type { Answer, AnsweredCalendar, AnsweredConnection } from "../../../cal-api/observation.ts";
import type { RememberedConnection } from "../../model/account-state.ts";
import { type ConnectionId, connectionKey, connectionSubject } from "../../model/subject.ts";
import { isDefinitive } from "../definitive.ts";
import { type Draft, isConfirmed } from "../draft.ts";
import { compareText } from "../order.ts";
import { completeNames } from "./complete-names.ts";
import { type Identified, identifyComplete, identifyIncomplete, isComplete } from "./identify.ts";
import type { MatchedAnswer, SeenCalendar, SeenConnection } from "./matched-answer.ts";
import { succeed } from "./succession.ts";

/**
 * Assigns every entry of an answer to a connection, new or remembered. The state is only touched where a connection goes on under
 * another identity.
 */
export function matchIdentities(draft: Draft, answer: Answer): MatchedAnswer {
  const isGone = (id: ConnectionId) => isConfirmed(draft, "connection-gone", connectionSubject(id));
  const complete = identifyComplete(answer.connections, draft.state.connections, isGone);
  completeNames(draft, complete);

  const present = new Set(complete.map(({ id }) => connectionKey(id)));
  const lacking = draft.state.connections.filter(
    (connection) => !present.has(connectionKey(connection)) && !isGone(connection),
  );
  const incomplete = answer.connections.filter((entry) => !isComplete(entry));
  const groups = grouped([...complete, ...incomplete.flatMap((entry) => identifyIncomplete(entry, lacking))]);
  succeed(draft, [...groups.values()].map(presentOf));

  const remembered = new Map(draft.state.connections.map((known) => [connectionKey(known), known]));
  const connections = new Map(
    [...groups].map(([key, { id, entries }]) => [key, mergeEntries(id, entries, remembered.get(key))]),
  );
  return { connections, incomplete: incomplete.length > 0 };
}

interface Group {
  id: ConnectionId;
  entries: AnsweredConnection[];
}

function grouped(all: readonly Identified[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { id, entry } of all) {
    const key = connectionKey(id);
    const group = groups.get(key) ?? { id, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return groups;
}

/** All entries with one identity are one connection, broken if any of them is. */
function isHealthy(entries: readonly AnsweredConnection[]): boolean {
  return entries.every((entry) => entry.condition === "healthy");
}

function presentOf({ id, entries }: Group) {
  return {
    id,
    healthy: isHealthy(entries),
    primaryExternalId: pick(entries, (entry) => entry.primaryExternalId),
    listed: new Map(
      mergeCalendars(
        entries.flatMap(({ calendars }) => calendars),
        undefined,
      ).map((one) => [one.externalId, one]),
    ),
  };
}

function mergeEntries(
  id: ConnectionId,
  entries: readonly AnsweredConnection[],
  remembered: RememberedConnection | undefined,
): SeenConnection {
  const healthy = isHealthy(entries);
  const messages = entries.flatMap((entry) =>
    entry.condition === "broken" && entry.message !== null ? [entry.message] : [],
  );
  const definitive = messages.filter(isDefinitive);
  return {
    ...id,
    appName: pick(entries, (entry) => entry.appName),
    appSlug: pick(entries, (entry) => entry.appSlug),
    healthy,
    definitive: definitive.length > 0,
    message: (definitive.length > 0 ? definitive : messages).sort(compareText)[0] ?? null,
    primaryExternalId: pick(entries, (entry) => entry.primaryExternalId),
    calendars: healthy
      ? mergeCalendars(
          entries.flatMap((entry) => entry.calendars),
          remembered,
        )
      : [],
    malformedCalendars: entries.reduce((sum, entry) => sum + entry.malformedCalendars, 0),
  };
}

function pick(entries: readonly AnsweredConnection[], of: (entry: AnsweredConnection) => string | null) {
  return firstOf(entries.map(of));
}

/** Sorted: twins in another order are the same answer. */
function firstOf(texts: readonly (string | null | undefined)[]): string | null {
  const values = texts.filter((text) => text !== null && text !== undefined);
  return values.sort(compareText)[0] ?? null;
}

/** Two calendars with one `externalId` are one: selected or primary if either is, read-only if both are. */
function mergeCalendars(
  listed: readonly AnsweredCalendar[],
  remembered: RememberedConnection | undefined,
): SeenCalendar[] {
  const known = new Map(remembered?.calendars.map((calendar) => [calendar.externalId, calendar]));
  const seen = new Map<string, SeenCalendar>();
  for (const calendar of listed) {
    const before = known.get(calendar.externalId);
    // A flag that is no boolean tells nothing new.
    const isSelected = calendar.isSelected ?? before?.isSelected ?? false;
    const readOnly = calendar.readOnly ?? before?.readOnly ?? false;
    const twin = seen.get(calendar.externalId);
    seen.set(calendar.externalId, {
      externalId: calendar.externalId,
      integration: firstOf([twin?.integration, calendar.integration]),
      name: firstOf([twin?.name, calendar.name]),
      email: firstOf([twin?.email, calendar.email]),
      primary: calendar.primary || twin?.primary === true,
      readOnly: readOnly && twin?.readOnly !== false,
      isSelected: isSelected || twin?.isSelected === true,
    });
  }
  return [...seen.values()];
}
