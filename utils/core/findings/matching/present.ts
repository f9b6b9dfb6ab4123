import type { AnsweredCalendar } from "../../../cal-api/observation.ts";
import type { ConnectionId } from "../../model/subject.ts";

/** A connection of the answer, before its flags are read. */
export interface Present {
  id: ConnectionId;
  healthy: boolean;
  primaryExternalId: string | null;
  /** The calendars that could be read, by their `externalId`. */
  listed: ReadonlyMap<string, Pick<AnsweredCalendar, "isSelected">>;
}
