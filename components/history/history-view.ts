import { localDate } from "../../utils/copy/local-date.ts";
import { type Bar, bars } from "../../utils/core/history/bar.ts";
import { recent } from "../../utils/core/history/filter.ts";
import { type HistoryItem, historyItems } from "../../utils/core/history/incidents.ts";
import type { AccountState } from "../../utils/core/model/account-state.ts";
import type { History } from "../../utils/core/model/history.ts";

/** The history of one account as it is drawn. */
export interface HistoryView {
  /** Without what is too old. */
  history: History;
  /** The newest first. */
  items: HistoryItem[];
  bars: Bar[];
  /** When it was looked at, in ms since the epoch. */
  now: number;
}

/** @param state what is known of the account now */
export function historyView(stored: History, state: AccountState, now: number): HistoryView {
  const history = recent(stored, now);
  const items = historyItems(history);
  const known = { items, connections: history.connections, findings: state.findings, now };
  return { history, items, bars: bars(history.days, known, localDate(now), presentIn(state)), now };
}

/** The connections that there are; null when that was never heard. */
function presentIn({ connections, lastGoodAt }: AccountState): AccountState["connections"] | null {
  return lastGoodAt === null ? null : connections.filter(({ condition }) => condition !== "missing");
}
