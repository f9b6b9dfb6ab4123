import { ACTIONS } from "../model/actions.ts";
import type { HistoryEntry, NamedConnection } from "../model/history.ts";

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
  /** The extension put it back without being asked each time. */
  byItself: boolean;
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
    byYou: (event === "action" && !entry.byItself) || entry.byPerson === true,
    action: action ?? null,
    until: until === undefined ? null : iso(until),
    byItself: entry.byItself === true,
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** A row of the table: an entry, and what it says in words. */
export type CsvRow = ExportedEntry & { text: string };

const COLUMNS = [
  "at",
  "text",
  "event",
  "kind",
  "level",
  "app",
  "whose",
  "calendar",
  "from",
  "to",
  "byYou",
  "action",
  "until",
  "byItself",
] as const satisfies (keyof CsvRow)[];

/** Without it some spreadsheets take UTF-8 for another encoding. */
const BYTE_ORDER_MARK = "\ufeff";
/**
 * What spreadsheets take for the beginning of a formula, also in its full-width form: at the beginning of a cell, and of each that one
 * makes of it which splits at semicolons, tabs or ends of lines. Neither quotes nor what is not seen before it change that.
 * (docs/decisions/0038-small-things-by-hand.md)
 */
const FORMULA = /(?<=(?:^|[;\t\r\n])[\s"'\p{C}\p{DI}\u2800]*)(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])/gu;

/** A table as RFC 4180 has it, with a header. */
export function csv(rows: readonly CsvRow[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column])));
  return BYTE_ORDER_MARK + [COLUMNS, ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

function cell(value: string | boolean | null): string {
  const text = String(value ?? "");
  // WHY [apostrophe]: a calendar's name is anybody's to choose, and a spreadsheet would run it.
  const defused = text.replace(FORMULA, "'");
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/**
 * The history of one account as a file.
 * @param account who it belongs to, in words
 * @param exportedAt ms since the epoch
 */
export function historyJson(account: string, exportedAt: number, entries: readonly ExportedEntry[]): string {
  const file = {
    format: "calendar-status-history",
    version: 1,
    account,
    exportedAt: new Date(exportedAt).toISOString(),
    entries,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
