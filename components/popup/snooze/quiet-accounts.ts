import { accountAmong } from "../../../utils/copy/account-name.ts";
import { formatTime } from "../../../utils/copy/format-time.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { isSnoozed } from "../../../utils/core/snooze.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";

/** Accounts that are snoozed together: all of them, or one. */
export interface QuietAccounts {
  /** null for all. */
  accountId: string | null;
  /** What it is called, where it is one of several. */
  name: string | null;
  /** ms since the epoch */
  until: number;
}

/** What is snoozed as a whole: all accounts as one where they end together, else each by its name. */
export function quietAccounts(accounts: readonly StoredAccount[], now: number): QuietAccounts[] {
  const all = accounts.map(({ account }) => account);
  const quiet = accounts.flatMap(({ account, state: { snoozeUntil } }) =>
    snoozeUntil !== null && isSnoozed(snoozeUntil, now)
      ? [{ accountId: account.id, name: accountAmong(account, all), until: snoozeUntil }]
      : [],
  );
  const [first] = quiet;
  const isAll = quiet.length === all.length && quiet.every(({ until }) => until === first?.until);
  return first && isAll ? [{ accountId: null, name: null, until: first.until }] : quiet;
}

/** @param now ms since the epoch */
export function snoozedText({ name, until }: QuietAccounts, now: number): string {
  const end = formatTime(until, now);
  return name === null ? t("snooze.until", [end]) : t("snooze.untilFor", [name, end]);
}
