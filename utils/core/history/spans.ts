/** From when until when, in ms since the epoch. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The day of a date by the person's clock: 23 or 25 hours long when the clocks change.
 * @param date `YYYY-MM-DD`
 */
export function spanOfDay(date: string): Span {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return {
    start: new Date(year, month - 1, day).getTime(),
    end: new Date(year, month - 1, day + 1).getTime(),
  };
}

/** What two spans share; null when that is nothing. */
export function overlap(one: Span, other: Span): Span | null {
  const start = Math.max(one.start, other.start);
  const end = Math.min(one.end, other.end);
  return start < end ? { start, end } : null;
}

/** The same time without overlaps, in order. Spans that touch become one. */
export function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const before = apart.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else if (start < end) apart.push({ start, end });
  }
  return apart;
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
