import * as z from "zod/mini";
import { MAX_BODY_BYTES, parseJson } from "../../cal-api/body.ts";
import { readEventTypes } from "../../cal-api/event-types.ts";
import type { Failure, Observation } from "../../cal-api/observation.ts";
import { failed, observeCalendars } from "../../cal-api/observe.ts";
import type { Action } from "../../core/findings/apply-action.ts";
import { isObject, readAction } from "./action.ts";
import { readInstant } from "./instant.ts";

/** One line of a recording. */
export interface Line {
  /** As it was given, to be echoed. */
  at: string;
  /** The same in ms since the epoch. */
  now: number;
  event: { type: "observation"; observation: Observation } | { type: "action"; action: Action };
}

const NETWORK: Record<string, Failure> = {
  offline: { reason: "offline" },
  dns: { reason: "unreachable" },
  tls: { reason: "unreachable" },
  reset: { reason: "unreachable" },
  redirect: { reason: "redirected" },
  timeout: { reason: "timed-out" },
};

const Headers = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * Reads one line.
 * @throws Error with a sentence that says what is wrong with it
 */
export function readLine(text: string): Line {
  const line = parseJson(text);
  if (line === undefined) throw new Error("this is not JSON");
  if (!isObject(line)) throw new Error("a line must be a JSON object");
  const now = readInstant(line.at, "at");
  const given = ["status", "network", "do"].filter((key) => key in line);
  if (given.length !== 1) {
    throw new Error(`exactly one of "status", "network" and "do" is needed, not ${given.length}`);
  }
  const event: Line["event"] =
    given[0] === "do"
      ? { type: "action", action: readAction(line.do) }
      : { type: "observation", observation: given[0] === "network" ? network(line) : answer(line, now) };
  return { at: String(line.at), now, event };
}

function network({ network }: Record<string, unknown>): Observation {
  const failure =
    typeof network === "string" && Object.hasOwn(NETWORK, network) ? NETWORK[network] : undefined;
  if (!failure) throw new Error(`"network" must be one of ${Object.keys(NETWORK).join(", ")}`);
  return failed(failure);
}

function answer(line: Record<string, unknown>, now: number): Observation {
  const { status } = line;
  if (typeof status !== "number" || !Number.isInteger(status) || status < 100 || status > 999) {
    throw new Error('"status" must be an HTTP status');
  }
  if ("body" in line === "text" in line)
    throw new Error('with "status" exactly one of "body" and "text" is needed');
  const headers = readHeaders(line.headers);
  if ("body" in line) {
    return withEventTypes(observeCalendars({ status, headers, json: line.body }, now), line.eventTypes);
  }
  if (typeof line.text !== "string") throw new Error('"text" must be a string');
  if (Buffer.byteLength(line.text) > MAX_BODY_BYTES) return failed({ reason: "too-large" });
  return observeCalendars({ status, headers, json: parseJson(line.text.replace(/^\uFEFF/, "")) }, now);
}

/** A body that can't be read is as good as none. */
function withEventTypes(observation: Observation, body: unknown): Observation {
  if (observation.kind !== "answer") return observation;
  return { kind: "answer", answer: { ...observation.answer, eventTypes: readEventTypes(body) } };
}

function readHeaders(headers: unknown): Map<string, string> {
  if (headers === undefined) return new Map();
  const parsed = Headers.safeParse(headers);
  if (!parsed.success) throw new Error('"headers" must be an object of texts');
  return new Map(Object.entries(parsed.data).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
