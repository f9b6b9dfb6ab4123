import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { t } from "../../../utils/words.ts";
import { moment } from "../../shared/moment.ts";

/** "Checked 14:05" and "next about 14:35". With several accounts: of the one that was answered longest ago. */
export interface FooterText {
  checked: string;
  next: string | null;
}

export function footerText(accounts: readonly StoredAccount[], now: number): FooterText {
  const next = earliest(accounts.map(({ nextCheckAt }) => nextCheckAt));
  return {
    checked: checkedText(accounts, now),
    next: next === null ? null : next <= now ? t("footer.nextSoon") : t("footer.next", [moment(next, now)]),
  };
}

function checkedText(accounts: readonly StoredAccount[], now: number): string {
  const failing = accounts.find(({ memory }) => memory.lastFailure !== null || memory.rejection !== null);
  if (failing) {
    const { lastAttemptAt, lastGoodAt } = failing.memory;
    if (lastAttemptAt === null) return t("footer.notChecked");
    const tried = moment(lastAttemptAt, now);
    if (lastGoodAt === null) return t("footer.tried", [tried]);
    return t("footer.checkedAndTried", [moment(lastGoodAt, now), tried]);
  }
  const last = earliest(accounts.map(({ memory }) => memory.lastGoodAt));
  return last === null ? t("footer.notChecked") : t("footer.checked", [moment(last, now)]);
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
