import type { RememberedConnection } from "./account-state.ts";
import { standing, type Work } from "./draft.ts";
import { connectionSubject } from "./subject.ts";

/**
 * How far what is remembered of a connection still holds. `live`: healthy in this answer. `suspected`: perhaps broken or
 * gone, its calendars keep their findings. `broken` and `gone`: confirmed, its calendars raise none.
 */
export type Trust = "live" | "suspected" | "broken" | "gone";

/** How a connection stands once the last answer was judged. */
export function trustOf(work: Work, connection: RememberedConnection): Trust {
  const subject = connectionSubject(connection);
  if (standing(work, "connection-gone", subject)?.confirmed) return "gone";
  if (standing(work, "connection-error", subject)?.confirmed) return "broken";
  return connection.condition === "healthy" ? "live" : "suspected";
}
