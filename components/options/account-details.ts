import { accountName, accountPlace, accountWho } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";

/** The name that Cal.com knows, whatever the person calls the account. */
export function nameInCal({ user }: Account): string {
  return accountName({ label: null, user });
}

/** Who and where an account is, besides its name: "dana@example.com · Cal.com". */
export function accountDetails(account: Account): string {
  const who = accountWho({ label: null, user: account.user });
  const email = account.user.email?.trim();
  const rest = accountName(account) === nameInCal(account) ? email : who;
  const place = accountPlace(account);
  return rest && rest !== accountName(account) ? t("options.whoOn", [rest, place]) : place;
}
