import { calendarName } from "../../../utils/copy/calendar-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { workingCalendars } from "../../../utils/core/calendars/distinct.ts";
import { listedDestination } from "../../../utils/core/calendars/listed-destination.ts";
import type { AccountState } from "../../../utils/core/model/account-state.ts";

/** What "working" leaves open: how many of the calendars are checked for conflicts, and where bookings go. */
export function health(states: readonly AccountState[]): string {
  const checked = workingCalendars(states, ({ isSelected }) => isSelected);
  const numbers = [checked, workingCalendars(states)].map(String);
  // Of several accounts each has its own.
  const [state, ...others] = states;
  const found = state && others.length === 0 && listedDestination(state, state.destination.current);
  return found
    ? t("subline.checkedAndDestination", [...numbers, calendarName(found.calendar)])
    : t("subline.checked", numbers);
}
