import type { Line } from "../../tests/support/results.ts";
import { counted, table } from "../reliability/table.ts";

const NAMES: Record<string, string> = { chromium: "Chromium", firefox: "Firefox" };

/** The browsers that there are results of, in the order of their names, each with its version. */
export function browsersOf(lines: readonly Line[]): Map<string, string> {
  const found = lines.map(({ browser, version }) => [browser, version] as const);
  return new Map(found.filter(([browser]) => browser in NAMES).sort(([a], [b]) => a.localeCompare(b)));
}

/** How many faults held in each browser, and a table for each group: a row for each fault. */
export function faultTables(lines: readonly Line[]): string {
  const faults = lines.filter(({ kind }) => kind === "fault");
  const browsers = [...browsersOf(faults).keys()];
  const called = browsers.map((browser) => NAMES[browser] ?? browser);
  const groups = [...new Set(faults.map(({ group }) => group))];
  const sum = (group: string | null, browser: string) => {
    const isOurs = (one: Line) => one.browser === browser && (group === null || one.group === group);
    const ours = faults.filter(isOurs);
    return `${ours.filter(({ held }) => held).length} of ${ours.length}`;
  };
  const sums = [...groups, null].map((group) => [
    group ?? "**all**",
    ...browsers.map((browser) => sum(group, browser)),
  ]);
  const each = groups.map((group) => {
    const ours = faults.filter((one) => one.group === group);
    const rows = [...new Set(ours.map(({ name }) => name))].map((name) => [
      name,
      ...browsers.map((browser) =>
        outcome(ours.filter((one) => one.name === name && one.browser === browser)),
      ),
    ]);
    return `### ${group[0]?.toUpperCase()}${group.slice(1)}\n\n${table(["fault", ...called], rows)}`;
  });
  return [table(["faults that held", ...called], sums), ...each].join("\n\n");
}

/** A row for each browser, of all that was left to chance in it. */
export function deathTable(lines: readonly Line[]): string {
  const deaths = lines.filter(({ kind }) => kind === "deaths");
  const rows = [...browsersOf(deaths).keys()].map((browser) => {
    const ours = deaths.filter((one) => one.browser === browser);
    const sum = (read: (line: Line) => number) => counted(ours.reduce((all, line) => all + read(line), 0));
    const deathsOf = sum(({ count }) => count);
    const breaksOf = sum(({ breaks = 0 }) => breaks);
    return [NAMES[browser] ?? browser, seedsOf(ours), deathsOf, breaksOf, outcome(ours)];
  });
  const head = [
    "browser",
    "moments from",
    "deaths of the worker",
    "breaks that were told, once each",
    "outcome",
  ];
  return table(head, rows);
}

const seedsOf = (lines: readonly Line[]): string => lines.map(({ name }) => name).join(", ");

/** A row for each way to be ended. */
export function awaitTable(lines: readonly Line[]): string {
  const awaits = lines.filter(({ kind }) => kind === "awaits");
  const rows = [...new Set(awaits.map(({ group }) => group))].map((group) => {
    const ours = awaits.filter((one) => one.group === group);
    return [group, counted(ours.reduce((all, { count }) => all + count, 0)), outcome(ours)];
  });
  return table(["the worker is ended", "calls that were its last", "outcome"], rows);
}

export function fuzzTable(lines: readonly Line[]): string {
  const rows = lines
    .filter(({ kind }) => kind === "fuzz")
    .map((one) => [one.name, counted(one.count), outcome([one])]);
  return table(["bodies from", "damaged bodies", "outcome"], rows);
}

/** Of things that were all tried. */
function outcome(tried: readonly Line[]): string {
  if (tried.length === 0) return "–";
  return tried.every(({ held }) => held) ? "held" : "**did not hold**";
}
