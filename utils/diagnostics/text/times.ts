/** A moment in UTC, e.g. `2026-03-04 13:05:10Z`. */
export function utc(at: number | null): string {
  if (at === null || Number.isNaN(new Date(at).getTime())) return "never";
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")}Z`;
}

/** Minutes ahead of UTC as `+05:30`. */
export function offset(minutes: number): string {
  const two = (number: number) => String(Math.trunc(number)).padStart(2, "0");
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(ahead / 60)}:${two(ahead % 60)}`;
}
