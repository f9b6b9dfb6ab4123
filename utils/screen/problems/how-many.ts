/** More problems than these, and the calendars would be off the screen. */
export const AT_MOST = 4;
/** Of more than these the first are shown, and one line tells of the others. */
export const FIRST = 3;
