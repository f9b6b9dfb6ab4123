import type { Destination } from "../../cal-api/observation.ts";
import type { AccountState } from "../findings/account-state.ts";
import type { Finding } from "../findings/finding.ts";
import type { CalendarSubject } from "../findings/subject.ts";
import { append, type Draft } from "./append.ts";
import { MOST_ENTRIES } from "./bound-entries.ts";
import type { Deed, History } from "./history.ts";
import { type Names, namesIn } from "./names.ts";
import { named } from "./record.ts";

/** Something the person did, with what the history says of it. */
export type Did =
  | { deed: Exclude<Deed, "expected" | "taken-back" | "snoozed" | "select" | "unselect" | "set-destination"> }
  | ({ deed: "expected" | "taken-back" } & Pick<Finding, "kind" | "subject" | "level">)
  /** @param until ms since the epoch */
  | { deed: "snoozed"; until: number }
  | { deed: "select" | "unselect"; subject: CalendarSubject }
  | { deed: "set-destination"; to: Destination };

/**
 * Appends an entry for each thing the person did, the worst last: it stays the longest, and is listed first.
 * @param deeds the worst first
 * @param states where names are looked for, the newest first; none is needed where nothing is named
 * @param now ms since the epoch
 */
export function recordDeeds(
  history: History,
  deeds: readonly Did[],
  states: readonly AccountState[],
  now: number,
): History {
  const names = namesIn(states);
  return append(
    history,
    deeds
      .slice(0, MOST_ENTRIES)
      .reverse()
      .map((did) => ({ event: "did", deed: did.deed, ...detailsOf(did, names) })),
    now,
  );
}

function detailsOf(did: Did, names: Names): Omit<Draft, "event" | "deed"> {
  switch (did.deed) {
    case "expected":
    case "taken-back":
      return { kind: did.kind, level: did.level, ...named(did.subject, names) };
    case "snoozed":
      return { until: did.until };
    case "select":
    case "unselect":
      return named(did.subject, names);
    case "set-destination":
      return { name: names.destination(did.to) };
    case "account-connected":
    case "key-replaced":
    case "snooze-ended":
    case "keep-destination":
      return {};
  }
}
