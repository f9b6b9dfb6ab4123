import type { ConnectionId } from "../model/subject.ts";

/**
 * What comes of connecting an app again. Cal.com can repair no connection: it adds a second one beside the broken one, which goes
 * on failing until it is removed.
 */
export type Adding =
  /** The same account is updated where it is, with all that is selected: nothing is left to remove. */
  | "mended"
  /** A second connection, of which the main calendar alone is checked for conflicts. */
  | "main"
  /** A second connection, of which no calendar is checked for conflicts. */
  | "nothing"
  /** A second connection of an app that is not known here. */
  | "unknown";

const ADDING: Record<string, Adding> = {
  apple_calendar: "mended",
  google_calendar: "main",
  office365_calendar: "main",
  zoho_calendar: "main",
  lark_calendar: "main",
  feishu_calendar: "main",
  caldav_calendar: "nothing",
  "ics-feed_calendar": "nothing",
  exchange_calendar: "nothing",
  exchange2013_calendar: "nothing",
  exchange2016_calendar: "nothing",
};

/** What Cal.com makes of an app that is connected again while its old connection is there. */
export function addingOf({ integration }: Pick<ConnectionId, "integration">): Adding {
  return ADDING[integration] ?? "unknown";
}
