import { parseArgs } from "node:util";
import type { BrowserName } from "../../tests/support/browsers/browser-under-test.ts";

export const PARTS = ["matrix", "deaths", "awaits", "fuzz"] as const;
export type Part = (typeof PARTS)[number];
/** The others are told without one. */
export const isInBrowsers = (part: Part): boolean => part === "matrix" || part === "deaths";
const BROWSERS = ["chromium", "firefox"] as const satisfies readonly BrowserName[];

export interface Arguments {
  parts: readonly Part[];
  browsers: readonly BrowserName[];
  /** In each browser. */
  deaths: number;
  bodies: number;
  /** Of what is left to chance. */
  seed: number;
  /** Text in the names of the faults that are wanted; undefined for all. */
  name: string | undefined;
}

const USAGE =
  "npm run faults -- [--only matrix,deaths,awaits,fuzz] [--browser chromium|firefox] [--deaths 500] [--bodies 100000] [--seed 1] [-t NAME]";

/** @throws with how it is used, for what it does not know. */
export function readArguments(args: readonly string[]): Arguments {
  const number = { type: "string" } as const;
  const options = {
    only: { type: "string" },
    browser: { type: "string" },
    deaths: number,
    bodies: number,
    seed: number,
    name: { type: "string", short: "t" },
  } as const;
  const { values } = usable(() => parseArgs({ args: [...args], options }));
  return {
    parts: chosen(PARTS, values.only),
    browsers: chosen(BROWSERS, values.browser),
    deaths: whole(values.deaths, 500),
    bodies: whole(values.bodies, 100_000),
    seed: whole(values.seed, 1),
    name: values.name,
  };
}

function usable<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new Error(`Usage: ${USAGE}`);
  }
}

function chosen<T extends string>(all: readonly T[], wanted: string | undefined): readonly T[] {
  if (wanted === undefined) return all;
  const names = wanted.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !all.some((one) => one === name));
  if (unknown.length > 0) throw new Error(`Usage: ${USAGE}`);
  return all.filter((one) => names.includes(one));
}

function whole(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`Usage: ${USAGE}`);
  return Number(text);
}
