import { accountAtApp, appName } from "../../../utils/copy/app-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import type { Context } from "../../../utils/copy/problems/copy.ts";
import type { RememberedConnection } from "../../../utils/core/model/account-state.ts";
import { placeUrl } from "../../../utils/core/web-app-places.ts";

/** What to send to whoever administers the organization: which app, what Cal.com says, whose calendars, and where to look. */
export function administratorText({ account }: Context, connection: RememberedConnection): string {
  const { condition, message } = connection;
  const whose = accountAtApp(connection) ?? account.user.email;
  const page = placeUrl(account.webUrl, { page: "delegation" });
  return [
    t(condition === "missing" ? "reconnect.textGone" : "reconnect.text", [appName(connection)]),
    condition === "broken" && message !== null ? t("reconnect.textSays", [message]) : null,
    whose === null ? null : t("reconnect.textWhose", [whose]),
    page === null ? t("reconnect.textWhereUnknown") : t("reconnect.textWhere", [page]),
  ]
    .filter((line) => line !== null)
    .join("\n");
}
