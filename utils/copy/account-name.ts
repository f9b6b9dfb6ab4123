import type { Account, Region } from "../core/model/account.ts";
import { t } from "./i18n.ts";

/** What an account is called wherever it is named: as the person calls it, else by the name people know best. */
export function accountName({ label, user }: Pick<Account, "label" | "user">): string {
  return label?.trim() || user.name?.trim() || user.username?.trim() || user.email?.trim() || `#${user.id}`;
}

/** Name and address, as "Dana Lopez (dana@example.com)". */
export function accountWho(account: Pick<Account, "label" | "user">): string {
  const name = accountName(account);
  const email = account.user.email?.trim();
  return email && email !== name ? t("setUp.who", [name, email]) : name;
}

/** Where an account lives: a region of Cal.com, or the host of a server of one's own. */
export function accountPlace({ region, apiUrl }: Pick<Account, "region" | "apiUrl">): string {
  return region === "self-hosted" && URL.canParse(apiUrl) ? new URL(apiUrl).host : regionName(region);
}

export function regionName(region: Region): string {
  switch (region) {
    case "us":
      return t("region.us");
    case "eu":
      return t("region.eu");
    case "self-hosted":
      return t("region.selfHosted");
  }
}

/** The name, and where others have the same one, what tells them apart: its address, or else where it is. */
export function accountAmong(account: Account, accounts: readonly Account[]): string {
  const name = accountName(account);
  const namesakes = accounts.filter((one) => accountName(one) === name);
  if (namesakes.length < 2) return name;
  const who = accountWho(account);
  const isAlone = who !== name && namesakes.filter((one) => accountWho(one) === who).length < 2;
  return isAlone ? who : t("notification.accountAt", [name, accountPlace(account)]);
}
