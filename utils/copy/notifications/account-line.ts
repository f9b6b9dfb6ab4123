import type { Account } from "../../core/model/account.ts";
import { accountName, accountPlace } from "../account-name.ts";
import { t } from "../i18n.ts";

/** Which account a notification is about, "" with one alone. Where two have one name their places tell them apart. */
export function accountInNotification(account: Account, accounts: readonly Account[]): string {
  if (accounts.length < 2) return "";
  const name = accountName(account);
  const isShared = accounts.filter((one) => accountName(one) === name).length > 1;
  return isShared ? t("notification.accountAt", [name, accountPlace(account)]) : name;
}
