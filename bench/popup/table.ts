import { median, quantile, ratio } from "./figures.ts";
import type { Measured } from "./measured.ts";
import type { Reading } from "./stamp.ts";
import type { Subject } from "./subjects.ts";

const MEGABYTE = 1_048_576;

/** One table a browser and way of opening, a row a situation. */
export function tablesOf(all: readonly Measured[]): string {
  const kinds = [...new Set(all.map(({ browser, how }) => `${browser}, ${how}`))];
  return kinds
    .map((kind) => {
      const rows = all.filter(({ browser, how }) => kind === `${browser}, ${how}`);
      return `### ${kind[0]?.toUpperCase()}${kind.slice(1)}\n\n${table(rows)}\n`;
    })
    .join("\n");
}

function table(rows: readonly Measured[]): string {
  const hasList = rows.some(({ readings }) => readings.ours[0]?.list !== undefined);
  const columns = [
    ...(hasList ? LIST : PAINT),
    ...(rows.some(({ readings }) => readings.empty.length > 0) ? EMPTY : []),
    ...(hasList ? REST : []),
  ];
  return [
    line(["situation", ...columns.map(({ head }) => head)]),
    line(["---", ...columns.map(() => "---:")]),
    ...rows.map((row) => line([row.situation, ...columns.map(({ of }) => of(row))])),
  ].join("\n");
}

interface Column {
  head: string;
  of(row: Measured): string;
}

const PAINT = timesOf("paint", "paint");
const LIST = [...timesOf("list", "list"), ratioOf("paint", "paint")];
const EMPTY: Column[] = [{ head: "paint of empty", of: (row) => ms(median(values(row, "empty", "paint"))) }];
const REST: Column[] = [
  { head: "script", of: (row) => ms(median(values(row, "ours", "script"))) },
  { head: "script of floor", of: (row) => ms(median(values(row, "floor", "script"))) },
  { head: "heap", of: (row) => megabytes(median(values(row, "ours", "heap"))) },
  { head: "heap of floor", of: (row) => megabytes(median(values(row, "floor", "heap"))) },
  { head: "elements", of: (row) => median(values(row, "ours", "elements")).toFixed(0) },
];

function timesOf(what: "paint" | "list", name: string): Column[] {
  return [
    ratioOf(what, name),
    { head: "ours: median", of: (row) => ms(median(values(row, "ours", what))) },
    { head: "p90", of: (row) => ms(quantile(values(row, "ours", what), 0.9)) },
    { head: "floor: median", of: (row) => ms(median(values(row, "floor", what))) },
    { head: "p90", of: (row) => ms(quantile(values(row, "floor", what), 0.9)) },
  ];
}

function ratioOf(what: "paint" | "list", name: string): Column {
  return {
    head: `${name}, ours/floor`,
    of: (row) => `**${ratio(values(row, "ours", what), values(row, "floor", what)).toFixed(2)}**`,
  };
}

function values({ readings }: Measured, subject: Subject, what: keyof Reading): number[] {
  return readings[subject].map((reading) => reading[what] ?? Number.NaN);
}

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const ms = (value: number) => (Number.isNaN(value) ? "" : `${value.toFixed(value < 10 ? 1 : 0)} ms`);
const megabytes = (value: number) => `${(value / MEGABYTE).toFixed(1)} MB`;
