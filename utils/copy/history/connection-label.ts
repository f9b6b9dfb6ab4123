import { t } from "../i18n.ts";

/** A connection as "Google Calendar (dana@example.com)", or the app alone where Cal.com does not tell whose it is. */
export function connectionLabel(connection: { app: string; whose: string | null } | undefined): string {
  if (!connection) return t("history.aConnection");
  const { app, whose } = connection;
  return whose === null ? app : t("history.connection", [app, whose]);
}
