import type { ExportedEntry } from "./exported.ts";

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
] as const satisfies (keyof CsvRow)[];

/** Without it some spreadsheets take UTF-8 for another encoding. */
const BYTE_ORDER_MARK = "\ufeff";
/** What spreadsheets take for the beginning of a formula, also in its full-width form. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A table as RFC 4180 has it, with a header. */
export function csv(rows: readonly CsvRow[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column])));
  return BYTE_ORDER_MARK + [COLUMNS, ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

function cell(value: string | boolean | null): string {
  const text = String(value ?? "");
  // WHY [apostrophe]: a calendar's name is anybody's to choose, and a spreadsheet would run it.
  const defused = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
