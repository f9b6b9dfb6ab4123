import { formatTime } from "../../../utils/copy/format-time.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { isSnoozed } from "../../../utils/core/snooze.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";

/** Until when all is quiet, in ms since the epoch; of several accounts the latest. Null while nothing is snoozed. */
export function snoozedUntil(accounts: readonly StoredAccount[], now: number): number | null {
  const ends = accounts.flatMap(({ state: { snoozeUntil } }) =>
    snoozeUntil !== null && isSnoozed(snoozeUntil, now) ? [snoozeUntil] : [],
  );
  return ends.length === 0 ? null : Math.max(...ends);
}

/** @param until ms since the epoch @param now ms since the epoch */
export function snoozedText(until: number, now: number): string {
  return t("snooze.until", [formatTime(until, now)]);
}
