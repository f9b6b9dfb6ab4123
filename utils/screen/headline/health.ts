import { calendarName } from "../../copy/calendar-name.ts";
import { copyLanguage, t } from "../../copy/i18n.ts";
import { destinationRow } from "../../core/calendars/destination-connections.ts";
import { knownCalendars, workingCalendars } from "../../core/calendars/distinct.ts";
import type { AccountState, RememberedCalendar } from "../../core/model/account-state.ts";

/** How many of all calendars that are known are checked for conflicts now; null where none is known. */
export function checkedOf(states: readonly AccountState[]): string | null {
  const known = knownCalendars(states);
  if (known === 0) return null;
  const checked = workingCalendars(states, ({ isSelected }) => isSelected);
  const { format } = new Intl.NumberFormat(copyLanguage());
  return t("subline.checked", [format(checked), format(known)]);
}

/** What "working" leaves open: how many of the calendars are checked for conflicts, and where bookings go. */
export function health(states: readonly AccountState[]): string {
  const checked = workingCalendars(states, ({ isSelected }) => isSelected);
  const { format } = new Intl.NumberFormat(copyLanguage());
  const numbers = [checked, workingCalendars(states)].map((count) => format(count));
  // Of several accounts each has its own.
  const [state, ...others] = states;
  const destination = state && others.length === 0 && destinationOf(state);
  return destination
    ? t("subline.checkedAndDestination", [...numbers, calendarName(destination)])
    : t("subline.checked", numbers);
}

function destinationOf(state: AccountState): RememberedCalendar | undefined {
  const isDestination = destinationRow(state);
  return state.connections.flatMap((connection) =>
    connection.calendars.filter((calendar) => isDestination(connection, calendar)),
  )[0];
}
