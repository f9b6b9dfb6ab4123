import type { ConnectionId } from "../../model/subject.ts";

/** A calendar in an answer, with flags that could not be read filled in from what is remembered. */
export interface SeenCalendar {
  externalId: string;
  integration: string | null;
  name: string | null;
  email: string | null;
  primary: boolean;
  readOnly: boolean;
  isSelected: boolean;
}

/** A connection in an answer, under the identity that it is remembered by. */
export interface SeenConnection extends ConnectionId {
  appName: string | null;
  appSlug: string | null;
  healthy: boolean;
  /** It is broken, and there is no need to ask again. */
  definitive: boolean;
  message: string | null;
  primaryExternalId: string | null;
  calendars: SeenCalendar[];
  malformedCalendars: number;
}

/** An answer with every entry assigned to one connection, by `connectionKey`, in Cal.com's order. */
export interface MatchedAnswer {
  connections: Map<string, SeenConnection>;
  /** Some entry could not be identified completely. */
  incomplete: boolean;
}

export function matchedCalendars(matched: MatchedAnswer): SeenCalendar[] {
  return [...matched.connections.values()].flatMap(({ calendars }) => calendars);
}
