const UNLISTED = ["#holiday@group.v.calendar.google.com", "#contacts@group.v.calendar.google.com"];

/**
 * Google's own calendars of holidays and birthdays: Cal.com listed them once, and does no more, so that one that is missing says
 * nothing. (Cal.com's API behaviour, what each integration lists.)
 */
export function isUnlistedByCalCom(externalId: string): boolean {
  return UNLISTED.some((end) => externalId.endsWith(end));
}
