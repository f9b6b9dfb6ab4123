import type { Destination } from "../../cal-api/observation.ts";
import type { Finding } from "./finding.ts";
import type { CalendarSubject, ConnectionId } from "./subject.ts";

/** One line of a notification: a finding that is new, or one that was notified and has recovered. */
export interface Notice extends Pick<Finding, "kind" | "subject" | "level"> {
  recovered: boolean;
}

/** What one observation changed. */
export interface Changes {
  /** All that the one notification of this observation stands for; empty when there is none. */
  notify: Notice[];
  /** All confirmed changes, for the history; in a fixed order. */
  events: AccountEvent[];
  /** Connections that go on under another identity, by the key of the one they had. */
  renamed: ReadonlyMap<string, ConnectionId>;
  /** Calendars that their provider gave another id, by the key of the subject that they were. */
  moved: ReadonlyMap<string, CalendarSubject>;
}

/** One confirmed change. */
export type AccountEvent =
  /** `ended` is every end but `recovered`: hidden for good, replaced, accepted, expired. */
  | ({ what: "came" | "recovered" | "ended" } & Pick<Finding, "kind" | "subject" | "level">)
  | ({ what: "selected" | "unselected"; subject: CalendarSubject } & By)
  /** null is a blank destination. */
  | ({ what: "destination"; from: Destination | null; to: Destination | null } & By);

/** Who did it from here; neither, where it was done elsewhere. */
interface By {
  byPerson: boolean;
  /** The extension, since the person wants it to put things back (`keepSetUp`). */
  byItself?: true;
}
