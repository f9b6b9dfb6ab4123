import { accountAtApp } from "../../copy/app-name.ts";
import { t } from "../../copy/i18n.ts";
import { isFeed } from "../../core/calendars/feed.ts";
import type { MendingSteps } from "../../core/mending/steps-of.ts";
import type { Account } from "../../core/model/account.ts";
import type { RememberedConnection } from "../../core/model/account-state.ts";
import type { ConnectionId } from "../../core/model/subject.ts";

/** Apps whose account at a server is given with its address and password. */
const BY_PASSWORD: ReadonlySet<string> = new Set([
  "caldav_calendar",
  "exchange_calendar",
  "exchange2013_calendar",
  "exchange2016_calendar",
]);

/**
 * How an app is connected again so that it is the same account, and where it is not remembered how everything was, what to look at
 * afterwards.
 */
export function connectHints(
  { webUrl }: Account,
  connection: RememberedConnection | undefined,
  { integration }: ConnectionId,
  { how, adding, isRemembered }: MendingSteps["connect"] & { isRemembered: boolean },
): string[] {
  if (how === "administrator") return [];
  const hints = [howTo(connection, integration, how)];
  if (webUrl === null) hints.unshift(t("action.problem.noWebApp"));
  if (!isRemembered && how === "add-app") hints.push(after(adding));
  return hints;
}

function howTo(
  connection: RememberedConnection | undefined,
  integration: string,
  how: MendingSteps["connect"]["how"],
): string {
  if (integration === "apple_calendar")
    return t(how === "in-place" ? "mending.connect.mended" : "mending.connect.apple");
  if (isFeed(integration)) return t("mending.connect.feeds");
  if (BY_PASSWORD.has(integration)) return t("mending.connect.password");
  const whose = connection && accountAtApp(connection);
  return whose ? t("mending.connect.sameAccount", [whose]) : t("mending.connect.same");
}

function after(adding: MendingSteps["connect"]["adding"]): string {
  switch (adding) {
    case "main":
      return t("mending.connect.afterMain");
    case "mended":
    case "nothing":
      return t("mending.connect.afterNothing");
    case "unknown":
      return t("mending.connect.afterUnknown");
  }
}
