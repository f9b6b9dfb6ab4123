const DAY_MS = 24 * 60 * 60_000;

/**
 * A moment as people say it: the time alone on the same day, with its date on another one. In the browser's language.
 * @param at ms since the epoch
 * @param now ms since the epoch
 */
export function moment(at: number, now: number): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return format({ timeStyle: "short" }, at);
  if (Math.abs(now - at) < 300 * DAY_MS) {
    return format({ month: "short", day: "numeric", hour: "numeric", minute: "2-digit" }, at);
  }
  return format({ dateStyle: "medium" }, at);
}

function format(options: Intl.DateTimeFormatOptions, at: number): string {
  return new Intl.DateTimeFormat(undefined, options).format(at);
}
