import type { Account } from "../core/model/account.ts";
import { accountName, accountPlace, accountWho } from "./account-name.ts";
import { t } from "./i18n.ts";

/** The name, and where others have the same one, what tells them apart: its address, or else where it is. */
export function accountAmong(account: Account, accounts: readonly Account[]): string {
  const name = accountName(account);
  const namesakes = accounts.filter((one) => accountName(one) === name);
  if (namesakes.length < 2) return name;
  const who = accountWho(account);
  const isAlone = who !== name && namesakes.filter((one) => accountWho(one) === who).length < 2;
  return isAlone ? who : t("notification.accountAt", [name, accountPlace(account)]);
}
