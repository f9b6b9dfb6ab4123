import {
  type AccountView,
  type CalendarView,
  type ConnectionView,
  countCalendars,
  FILTER_FROM,
  firstWithSwitches,
} from "./calendars/list.ts";

/** What a row shows of a calendar. Not what it is asked for by: an address can be a secret link. */
export type ScreenRow = Pick<
  CalendarView,
  "name" | "label" | "flags" | "isSelected" | "isAlong" | "wanted" | "lastKnown"
>;
export type ScreenConnection = Omit<ConnectionView, "id" | "calendars" | "isWorrying"> & {
  /** What the switches are for stands above the first of each account. */
  isCaptioned: boolean;
  rows: ScreenRow[];
};
export interface ScreenAccount extends Pick<AccountView, "name" | "isStale" | "empty"> {
  /** null of a single account, which needs no name. */
  place: string | null;
  connections: ScreenConnection[];
}

export interface ScreenList {
  accounts: ScreenAccount[];
  /** How many calendars there are, also beyond those rows. */
  total: number;
  /** Whether there is a field to narrow them down. */
  isFiltered: boolean;
}

/** More than fit into the popup's window at first. */
const ROWS = 30;

/** The list as far down as it can be seen. */
export function screenList(accounts: readonly AccountView[]): ScreenList {
  let left = ROWS;
  const shown: ScreenAccount[] = [];
  for (const { name, place, isStale, empty, connections } of accounts) {
    if (left <= 0) break;
    const captioned = firstWithSwitches(connections);
    const cut: ScreenConnection[] = [];
    for (const one of connections) {
      if (left <= 0) break;
      const { id: _, isWorrying: __, calendars, ...connection } = one;
      const rows = calendars.slice(0, left).map(rowOf);
      cut.push({ ...connection, isCaptioned: one === captioned, rows });
      // A connection without calendars has a line all the same.
      left -= Math.max(1, calendars.length);
    }
    shown.push({ name, place: accounts.length > 1 ? place : null, isStale, empty, connections: cut });
  }
  const total = countCalendars(accounts);
  return { accounts: shown, total, isFiltered: total >= FILTER_FROM };
}

function rowOf({ name, label, flags, isSelected, isAlong, wanted, lastKnown }: CalendarView): ScreenRow {
  return { name, label, flags, isSelected, isAlong, wanted, lastKnown };
}
