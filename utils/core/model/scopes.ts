/**
 * What each action is about that a page asks for and that may be refused: while one is under way, no other about the same is sent,
 * and of those that wait the last one counts. `selection` and `reading` are those of one calendar; an account has one destination,
 * however it is set, and each broken connection one mending. A file of its own: the popup loads this at once, and of the other facts of actions nothing.
 */
export const SCOPES = {
  "select-calendar": "selection",
  "unselect-calendar": "selection",
  "set-destination": "destination",
  "restore-destination": "destination",
  "keep-destination": "destination",
  "restore-event-types": "eventTypes",
  reconnect: "connection",
  "remove-connection": "mending",
  "restore-everything": "mending",
  "dismiss-mending": "mending",
  "test-reading": "reading",
} as const satisfies Record<
  string,
  "selection" | "reading" | "destination" | "eventTypes" | "connection" | "mending"
>;

/** An action that a page asks for, and that may be refused. */
export type AskedAction = keyof typeof SCOPES;
