import { withoutLinks } from "../../cal-api/foreign-text.ts";
import type { AccountState } from "../../core/model/account-state.ts";

/** UTF-16 units. Systems show some sixty of a title, and a name is only part of it. */
const ROOM = 32;

/** The same account with long names cut, so that what is said of them is still in sight behind them. */
export function withShortNames(state: AccountState): AccountState {
  const { connections, destination, eventTypes } = state;
  return {
    ...state,
    connections: connections.map((connection) => ({
      ...connection,
      calendars: connection.calendars.map((calendar) => ({ ...calendar, name: short(calendar.name) })),
    })),
    destination: {
      remembered: destination.remembered && {
        ...destination.remembered,
        name: short(destination.remembered.name),
      },
      current: destination.current && { ...destination.current, name: short(destination.current.name) },
    },
    eventTypes: eventTypes.map((eventType) => ({ ...eventType, title: short(eventType.title) })),
  };
}

/** A name as it is told in a notification. */
export function short<Name extends string | null>(name: Name): Name | string {
  if (name === null || name.length <= ROOM) return name;
  // Before it is cut, since half an address is not known for one.
  const whole = withoutLinks(name);
  if (whole.length <= ROOM) return whole;
  return `${whole
    .slice(0, ROOM - 1)
    .toWellFormed()
    .trimEnd()}…`;
}
