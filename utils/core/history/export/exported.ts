import { ACTIONS } from "../../model/actions.ts";
import type { HistoryEntry, NamedConnection } from "../../model/history.ts";

/** An entry as it leaves the extension: with names, without any id. Times are ISO 8601. What does not apply is null. */
export interface ExportedEntry {
  at: string;
  event: HistoryEntry["event"];
  kind: NonNullable<HistoryEntry["kind"]> | null;
  level: NonNullable<HistoryEntry["level"]> | null;
  app: string | null;
  whose: string | null;
  calendar: string | null;
  /** Names of the calendars that bookings went to and go to, of a change of the destination. */
  from: string | null;
  to: string | null;
  byYou: boolean;
  action: NonNullable<HistoryEntry["action"]> | null;
  until: string | null;
}

export function exportedEntry(entry: HistoryEntry, connections: readonly NamedConnection[]): ExportedEntry {
  const { event, kind, level, name, from, action, until } = entry;
  const connection = connections[entry.connection ?? -1];
  const isDestination = event === "destination" || (action && ACTIONS[action].journaled === "destination");
  return {
    at: iso(entry.at),
    event,
    kind: kind ?? null,
    level: level ?? null,
    app: connection?.app ?? null,
    whose: connection?.whose ?? null,
    calendar: isDestination ? null : (name ?? null),
    from: from ?? null,
    to: isDestination ? (name ?? null) : null,
    byYou: event === "action" || entry.byPerson === true,
    action: action ?? null,
    until: until === undefined ? null : iso(until),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
