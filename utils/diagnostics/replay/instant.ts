const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)$/i;

/**
 * An ISO 8601 instant with offset, in ms since the epoch.
 * @param key names it in the error
 * @throws Error with a sentence when it is none, or a day that does not exist
 */
export function readInstant(value: unknown, key: string): number {
  const parts = typeof value === "string" ? INSTANT.exec(value) : null;
  const [, year, month, day, hour] = (parts ?? []).map(Number);
  const exists =
    parts !== null &&
    new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day &&
    (hour ?? 0) < 24;
  const now = exists ? Date.parse(normalised(String(value))) : Number.NaN;
  if (Number.isNaN(now)) {
    throw new Error(`"${key}" must be an ISO 8601 instant with offset, like 2026-01-05T09:00:00Z`);
  }
  return now;
}

/** The forms of ISO 8601 that `Date.parse` does not promise to read: lower case, comma, offsets without colon or minutes. */
function normalised(value: string): string {
  return value
    .toUpperCase()
    .replace(",", ".")
    .replace(/([+-]\d\d):?(\d\d)?$/, (_, hours: string, minutes = "00") => `${hours}:${minutes}`);
}
