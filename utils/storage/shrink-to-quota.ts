import { browser } from "wxt/browser";
import { halfOf } from "../core/history/bound-entries.ts";
import { checksOf, historyOf, statusOf } from "../core/model/records.ts";
import { checksKind, emptyChecks } from "./checks.ts";
import { decode } from "./decode.ts";
import { historyKind } from "./history.ts";

/**
 * What to write instead of a status that there is no room for: the same, with the account's log of checks emptied and the
 * older half of its history let go of, whether they were to be written or not. How the calendars are goes before how they were.
 * @param set records under their storage keys
 * @returns null when nothing of that is about an account that has either
 */
export async function shrinkToQuota(set: Record<string, object>): Promise<Record<string, object> | null> {
  const prefix = statusOf("");
  const names = Object.keys(set).filter((name) => name.startsWith(prefix));
  const ids = names.map((name) => name.slice(prefix.length));
  const stored = await browser.storage.local.get(ids.flatMap((id) => [historyOf(id), checksOf(id)]));
  const records: Record<string, unknown> = { ...stored, ...set };
  const less: Record<string, object> = {};
  for (const id of ids) {
    const history = decode(records[historyOf(id)], historyKind);
    if (history.kind === "ok") less[historyOf(id)] = halfOf(history.value);
    if (decode(records[checksOf(id)], checksKind).kind === "ok") less[checksOf(id)] = emptyChecks();
  }
  return Object.keys(less).length > 0 ? { ...set, ...less } : null;
}
