/** From how many calendars on a list needs a filter. */
export const FILTER_FROM = 13;

export function countCalendars(
  accounts: readonly { connections: readonly { calendars: readonly unknown[] }[] }[],
): number {
  return accounts
    .flatMap(({ connections }) => connections)
    .reduce((sum, { calendars }) => sum + calendars.length, 0);
}
