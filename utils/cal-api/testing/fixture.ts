import { readFileSync } from "node:fs";

/** The JSON of a body of Cal.com, by its name without `.json`. */
export function fixture(name: string): unknown {
  return JSON.parse(readFileSync(`utils/cal-api/fixtures/${name}.json`, "utf8"));
}
