import { formatTime } from "../../copy/format-time.ts";
import { t } from "../../copy/i18n.ts";
import { needsThePerson } from "../../copy/outage.ts";
import { ANOTHER_ANSWER_MS, SECOND } from "../../core/time.ts";
import type { StoredAccount } from "../stored.ts";

/** "Checked 14:05" and "next about 14:35". With several accounts: of the one that was answered longest ago. */
export interface FooterText {
  checked: string;
  next: string | null;
  /** When Cal.com was last asked about any account, in ms since the epoch. */
  lastAttemptAt: number | null;
}

/** @returns whole seconds that a check asked for now has to wait */
export function secondsToWait(lastAttemptAt: number | null, now: number): number {
  // A clock that was set back makes no check wait.
  if (lastAttemptAt === null || lastAttemptAt > now) return 0;
  return Math.max(0, Math.ceil((lastAttemptAt + ANOTHER_ANSWER_MS - now) / SECOND));
}

export function footerText(accounts: readonly StoredAccount[], now: number): FooterText {
  const asked = accounts.filter(({ state }) => !needsThePerson(state.lastFailure));
  const next = earliest(asked.map(({ nextCheckAt }) => nextCheckAt));
  const attempts = accounts.flatMap(({ state }) => state.lastAttemptAt ?? []);
  return {
    lastAttemptAt: attempts.length === 0 ? null : Math.max(...attempts),
    checked: checkedText(accounts, now),
    next:
      next === null ? null : next <= now ? t("footer.nextSoon") : t("footer.next", [formatTime(next, now)]),
  };
}

function checkedText(accounts: readonly StoredAccount[], now: number): string {
  const failing = accounts.find(({ state }) => state.lastFailure !== null || state.rejection !== null);
  if (failing) {
    const { lastAttemptAt, lastGoodAt } = failing.state;
    if (lastAttemptAt === null) return t("footer.notChecked");
    const tried = formatTime(lastAttemptAt, now);
    if (lastGoodAt === null) return t("footer.tried", [tried]);
    return t("footer.checkedAndTried", [formatTime(lastGoodAt, now), tried]);
  }
  const last = earliest(accounts.map(({ state }) => state.lastGoodAt));
  return last === null ? t("footer.notChecked") : t("footer.checked", [formatTime(last, now)]);
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
