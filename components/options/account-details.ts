import { accountName, accountPlace } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";

/** The name that Cal.com knows, whatever the person calls the account. */
export function nameInCal({ user }: Account): string {
  return accountName({ label: null, user });
}

/** Who and where an account is, besides its name: "dana@example.com · Cal.com". */
export function accountDetails(account: Account): string {
  const who = account.user.email?.trim() || nameInCal(account);
  const isSaid = who === accountName(account);
  const key = account.keyIn === "session" ? [t("options.keySession")] : [];
  return [...(isSaid ? [] : [who]), accountPlace(account), ...key].join(" · ");
}
