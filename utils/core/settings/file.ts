import { effectiveSettings } from "./effective.ts";
import type { Settings } from "./table.ts";

/** What a settings file says it is. */
export const FORMAT = "calendar-status-settings";
export const VERSION = 1;

/**
 * A settings file. No keys, accounts or history are in it: it may be handed around.
 * @returns JSON `{"format", "version", "settings": {…}}`, indented, with a newline at the end
 */
export function exportText(chosen: Partial<Settings> | undefined): string {
  const file = { format: FORMAT, version: VERSION, settings: effectiveSettings(chosen, {}) };
  return `${JSON.stringify(file, null, 2)}\n`;
}
