import type { Failure, Rejection } from "../cal-api/observation.ts";

/** What is kept of the last checks of an account, for bug reports. */
export interface ChecksLog {
  entries: LoggedCheck[];
}

export interface LoggedCheck {
  /** ms since the epoch */
  at: number;
  /** How long the request took. */
  ms: number;
  outcome: "answer" | Rejection | Failure["reason"];
}

export function emptyChecksLog(): ChecksLog {
  return { entries: [] };
}
