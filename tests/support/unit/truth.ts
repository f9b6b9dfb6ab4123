import { line } from "./told-history.ts";

type Letter = "w" | "b";
const DAY = 86_400_000;

/** What a simulated world knows of itself: kept beside the code that it is to test, and by none of it. */
export class Truth {
  /** Entries that have to be in the history, in order of time; those of one moment in any order. */
  readonly lines: { at: number; text: string }[] = [];
  /** By app, then by local date. */
  readonly #letters = new Map<string, Map<string, Letter>>();

  tell(at: number, entry: Parameters<typeof line>[1]): void {
    this.lines.push({ at, text: line(at, entry) });
  }

  /** Those that are not older than 90 days, and of these the newest 2,000. */
  kept(now: number): string[] {
    return this.lines
      .filter(({ at }) => now - at <= 90 * DAY)
      .slice(-2_000)
      .map(({ text }) => text);
  }

  noteDay(at: number, app: string, letter: Letter): void {
    const ofApp = this.#letters.get(app) ?? new Map<string, Letter>();
    this.#letters.set(app, ofApp);
    const date = berlinDate(at);
    if (ofApp.get(date) !== "b") ofApp.set(date, letter);
  }

  /** The rows of days of the last 30, e.g. `Google Calendar 2026-03-04 wwbw`. */
  days(now: number): string[] {
    return [...this.#letters].flatMap(([app, letters]) => {
      const last = [...letters.keys()].sort().at(-1) ?? "";
      const days = Array.from({ length: 30 }, (_, ago) => letters.get(minus(last, 29 - ago)) ?? "-").join("");
      const row = `${app} ${last} ${days.replace(/^-+/, "")}`;
      return last > minus(berlinDate(now), 30) ? [row] : [];
    });
  }
}

const berlin = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });
const berlinDate = (at: number) => berlin.format(at);
const minus = (date: string, days: number) =>
  new Date(Date.parse(date) - days * DAY).toISOString().slice(0, 10);
