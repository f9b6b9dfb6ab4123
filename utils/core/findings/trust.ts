import type { RememberedConnection } from "../model/account-state.ts";
import { connectionSubject } from "../model/subject.ts";
import { type Draft, standing } from "./draft.ts";

/**
 * How far what is remembered of a connection still holds. `live`: healthy in this answer. `suspected`: perhaps broken or
 * gone, its calendars keep their findings. `broken` and `gone`: confirmed, its calendars raise none.
 */
export type Trust = "live" | "suspected" | "broken" | "gone";

/** How a connection stands once the last answer was judged. */
export function trustOf(draft: Draft, connection: RememberedConnection): Trust {
  const subject = connectionSubject(connection);
  if (standing(draft, "connection-gone", subject)?.confirmed) return "gone";
  if (standing(draft, "connection-error", subject)?.confirmed) return "broken";
  return connection.condition === "healthy" ? "live" : "suspected";
}
