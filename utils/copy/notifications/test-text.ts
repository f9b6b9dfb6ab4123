import { t } from "../i18n.ts";
import type { NotificationText } from "./notification-text.ts";

/**
 * What a notification says that is only a test: that it is one, and what a real one would say.
 * @param app the name of a calendar app, as an example
 */
export function testText(app: string): NotificationText {
  const example = t("problem.connectionError.revoked", [app]);
  return { title: t("notification.test.title"), message: t("notification.test.message", [example]) };
}
