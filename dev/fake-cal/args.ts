import { parseArgs } from "node:util";
import { SCENARIO_NAMES } from "../../tests/support/fake-cal/scenarios/index.ts";
import type { FakeCalOptions } from "../../tests/support/fake-cal/server.ts";

export const USAGE = `Usage: node dev/fake-cal/main.ts --port N [--scenario NAME] [--cache-ms MS] [--host ADDRESS]

Scenarios: ${SCENARIO_NAMES.join(", ")}.`;

/**
 * The options of the command line.
 *
 * @throws Error with a sentence for an option that is unknown or has no sensible value
 */
export function readArguments(args: string[]): FakeCalOptions & { help: boolean } {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string" },
      scenario: { type: "string" },
      "cache-ms": { type: "string" },
      host: { type: "string" },
      help: { type: "boolean" },
    },
  });
  return {
    help: values.help ?? false,
    port: whole("--port", values.port ?? "0", 65_535),
    ...(values.scenario === undefined ? {} : { scenario: values.scenario }),
    ...(values["cache-ms"] === undefined
      ? {}
      : { cacheMs: whole("--cache-ms", values["cache-ms"], 3_600_000) }),
    ...(values.host === undefined ? {} : { host: values.host }),
  };
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) {
    throw new Error(`${name} must be a whole number from 0 to ${most}, but is "${text}".`);
  }
  return value;
}
