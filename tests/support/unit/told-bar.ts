import { type Bar, bars } from "../../../utils/core/history/bar.ts";
import { historyItems } from "../../../utils/core/history/incidents.ts";
import type { FindingRecord } from "../../../utils/core/model/account-state.ts";
import type { ConnectionDays, HistoryEntry } from "../../../utils/core/model/history.ts";
import type { ConnectionId } from "../../../utils/core/model/subject.ts";

export const ID: ConnectionId = {
  integration: "google_calendar",
  credentialId: 1,
  delegationCredentialId: null,
};

/** A row of days of Dana's Google connection, or of another one. */
export function rowOf(last: string, days: string, of: ConnectionId = ID): ConnectionDays {
  return { ...of, app: "Google Calendar", whose: "dana@example.com", last, days };
}

/** From when until when it was broken; null for what is not known, or lasts. */
export type ToldBreak = [begin: string | null, end: string | null, of?: ConnectionId];

interface Told {
  breaks?: ToldBreak[];
  findings?: FindingRecord[];
  /** Further ones. */
  rows?: ConnectionDays[];
  /** Date of the last letter; by itself that of now. */
  last?: string;
}

/**
 * The bar of Dana's Google connection, made of what is written down.
 * @param days a letter a day
 * @param now local, `YYYY-MM-DDThh:mm`
 */
export function toldBar(days: string, now: string, told: Told = {}): Bar {
  const { breaks = [], findings = [], rows = [], last = now.slice(0, 10) } = told;
  const connections = breaks.map(([, , of]) => rowOf("", "", of));
  const entries = breaks.flatMap(([begin, end], connection): HistoryEntry[] => [
    ...(begin ? [entryAt(begin, "came", connection)] : []),
    ...(end ? [entryAt(end, "recovered", connection)] : []),
  ]);
  const items = historyItems({ connections, entries: entries.toSorted((a, b) => a.at - b.at), days: [] });
  const known = { items, connections, findings, now: localTime(now) };
  const [bar] = bars([rowOf(last, days), ...rows], known, now.slice(0, 10), null);
  if (!bar) throw new Error("There is no bar.");
  return bar;
}

function entryAt(local: string, event: "came" | "recovered", connection: number): HistoryEntry {
  return { at: localTime(local), event, kind: "connection-error", level: "error", connection };
}

/** ms since the epoch of a local time. */
export function localTime(local: string): number {
  return new Date(local).getTime();
}
