import * as z from "zod/mini";
import { parseServer, parseWebUrl, REGIONS, type Region } from "../../cal-api/server.ts";
import { serverOf } from "../../cal-api/server-of.ts";
import type { Policy, PolicyRecord } from "../../core/settings/records.ts";
import { policyShape } from "../../schemas/setting-shape.ts";

/** A text that something can be read from. @param read gives undefined where it can't */
function readable(read: (text: string) => string | undefined) {
  const text = z.string().check(z.refine((text) => read(text) !== undefined));
  return z.pipe(
    text,
    z.transform((text) => read(text) ?? text),
  );
}

const VALUES = {
  apiUrl: z.exactOptional(readable(apiUrlOf)),
  webUrl: z.exactOptional(readable(parseWebUrl)),
  ...policyShape,
};
const PolicySchema: z.ZodMiniType<Policy> = z.object(VALUES);

/**
 * Makes a policy of what an administrator has set. A value that does not fit is ignored by itself: the others are in force.
 * @param managed names and values as the browser has them
 */
export function parsePolicy(managed: Readonly<Record<string, unknown>>): PolicyRecord {
  const entries = Object.entries(managed);
  const fitting = entries.filter(([name, raw]) => isValue(name) && VALUES[name].safeParse(raw).success);
  const ignored = entries.filter((entry) => !fitting.includes(entry)).map(([name]) => name);
  return { version: 1, policy: PolicySchema.parse(Object.fromEntries(fitting)), ignored: ignored.sort() };
}

const isValue = (name: string): name is keyof typeof VALUES => Object.hasOwn(VALUES, name);

function apiUrlOf(text: string): string | undefined {
  const server = parseServer("self-hosted", text, "");
  if (!server.ok) return undefined;
  const [first = "", ...others] = server.candidates;
  const ofRegion = REGIONS.map(apiOf).find((api) => api !== undefined && serverOf(api) === serverOf(first));
  // WHY [origin]: where no path was given it is still to be found out, when an account is connected.
  return ofRegion ?? (others.length > 0 ? serverOf(first) : first);
}

/** API root of one of Cal.com's own regions. */
function apiOf(region: Region): string | undefined {
  const server = parseServer(region, "", "");
  return server.ok ? server.candidates[0] : undefined;
}
