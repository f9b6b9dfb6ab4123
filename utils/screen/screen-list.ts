import {
  type AccountView,
  type CalendarView,
  type ConnectionView,
  countCalendars,
} from "./calendars/list.ts";

/** What a row shows of a calendar. Not what it is asked for by: an address can be a secret link. */
export type ScreenRow = Pick<
  CalendarView,
  "name" | "label" | "flags" | "isSelected" | "isAlong" | "wanted" | "lastKnown"
>;
export type ScreenConnection = Omit<ConnectionView, "id" | "calendars" | "isWorrying"> & {
  rows: ScreenRow[];
};
export type ScreenAccount = Pick<AccountView, "name" | "place" | "isStale" | "empty"> & {
  connections: ScreenConnection[];
};

export interface ScreenList {
  accounts: ScreenAccount[];
  /** How many calendars there are, also beyond those rows. */
  total: number;
}

/** More than fit into the popup's window at first. */
const ROWS = 24;

/** The list as far down as it can be seen. */
export function screenList(accounts: readonly AccountView[]): ScreenList {
  let left = ROWS;
  const shown: ScreenAccount[] = [];
  for (const { name, place, isStale, empty, connections } of accounts) {
    if (left <= 0) break;
    const cut: ScreenConnection[] = [];
    for (const { id: _, isWorrying: __, calendars, ...connection } of connections) {
      if (left <= 0) break;
      cut.push({ ...connection, rows: calendars.slice(0, left).map(rowOf) });
      // A connection without calendars has a line all the same.
      left -= Math.max(1, calendars.length);
    }
    shown.push({ name, place, isStale, empty, connections: cut });
  }
  return { accounts: shown, total: countCalendars(accounts) };
}

function rowOf({ name, label, flags, isSelected, isAlong, wanted, lastKnown }: CalendarView): ScreenRow {
  return { name, label, flags, isSelected, isAlong, wanted, lastKnown };
}
