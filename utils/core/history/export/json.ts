import type { ExportedEntry } from "./exported.ts";

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
