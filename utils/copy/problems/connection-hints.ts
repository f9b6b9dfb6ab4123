import { breaksWeekly } from "../../core/calendars/weekly-breaks.ts";
import type { RememberedConnection } from "../../core/model/account-state.ts";
import type { Finding } from "../../core/model/finding.ts";
import { t } from "../i18n.ts";
import type { Context } from "./copy.ts";

/** What else may have happened where Cal.com says only that it can't read the calendars. */
export function hintOf({ integration }: RememberedConnection) {
  switch (integration) {
    case "office365_calendar":
      return "problem.connectionError.microsoft";
    case "apple_calendar":
      return "problem.connectionError.apple";
    case "caldav_calendar":
    case "exchange_calendar":
    case "exchange2013_calendar":
    case "exchange2016_calendar":
      return "problem.connectionError.password";
    default:
      return "problem.connectionError.mayPass";
  }
}

/** That it breaks every seven days, and why as far as that can be told; null where it does not. */
export function weeklyReason(
  { account }: Context,
  connection: RememberedConnection,
  { confirmedAt, since }: Finding,
): string | null {
  if (!breaksWeekly(connection, confirmedAt ?? since)) return null;
  if (account.region !== "self-hosted") return t("problem.weekly.any");
  return t(`problem.weekly.${connection.integration === "google_calendar" ? "google" : "server"}`);
}

/** Of a server of one's own there is somebody to ask. */
export function ofServer({ account }: Context): "" | "Server" {
  return account.region === "self-hosted" ? "Server" : "";
}
