import { accountPlace } from "../../utils/copy/account-name.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { placeUrl } from "../../utils/core/web-app-places.ts";

/** Pages of a web app that have to do with calendars and keys. */
export interface CalLinks {
  /** "Cal.com", or the host of a server of one's own. */
  place: string;
  calendars: string;
  apiKeys: string;
}

/** Those of each web app that an account is on, once. */
export function calLinks(accounts: readonly Account[]): CalLinks[] {
  const byWebApp = new Map(accounts.map((account) => [account.webUrl, account]));
  return [...byWebApp.values()].flatMap((account) => {
    const calendars = placeUrl(account.webUrl, { page: "calendars" });
    const apiKeys = placeUrl(account.webUrl, { page: "api-keys" });
    return calendars && apiKeys ? [{ place: accountPlace(account), calendars, apiKeys }] : [];
  });
}
