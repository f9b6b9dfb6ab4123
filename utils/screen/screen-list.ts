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

/** Roughly how high things are, in px: what is left out is below the end of a popup, and of most windows. */
const HEIGHTS = { screen: 800, connection: 50, calendar: 32 };

/** The list as far down as it can be seen. */
export function screenList(accounts: readonly AccountView[]): ScreenList {
  let left = HEIGHTS.screen;
  const shown: ScreenAccount[] = [];
  for (const { name, place, isStale, empty, connections } of accounts) {
    if (left <= 0) break;
    const captioned = firstWithSwitches(connections);
    const cut: ScreenConnection[] = [];
    for (const one of connections) {
      if (left <= 0) break;
      const { id: _, isWorrying: __, calendars, ...connection } = one;
      left -= HEIGHTS.connection;
      const rows = calendars.slice(0, Math.ceil(Math.max(0, left) / HEIGHTS.calendar)).map(rowOf);
      left -= rows.length * HEIGHTS.calendar;
      cut.push({ ...connection, isCaptioned: one === captioned, rows });
    }
    shown.push({ name, place: accounts.length > 1 ? place : null, isStale, empty, connections: cut });
  }
  const total = countCalendars(accounts);
  return { accounts: shown, total, isFiltered: total >= FILTER_FROM };
}

function rowOf({ name, label, flags, isSelected, isAlong, wanted, lastKnown }: CalendarView): ScreenRow {
  return { name, label, flags, isSelected, isAlong, wanted, lastKnown };
}
