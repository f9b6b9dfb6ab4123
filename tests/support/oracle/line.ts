import { isObject, type Json } from "./json.ts";

export type Observation =
  /** With the event types that were read in the same check, if they can be read. */
  | { type: "good"; data: Json; eventTypes: unknown[] | null }
  | { type: "rejected" }
  | { type: "failure"; timeout: boolean; status: number | null; headers: Json };

export type Line = { at: string; now: number } & ({ act: Json } | { observation: Observation });

const REJECTING = [401, 403, 498];

/** Reads one line of a recording. The lines are taken to be well formed: what is wrong with one is not asked here. */
export function readLine(text: string): Line {
  const line = JSON.parse(text) as Json;
  const at = line.at as string;
  const now = Date.parse(at);
  if (isObject(line.do)) return { at, now, act: line.do };
  return { at, now, observation: observe(line) };
}

function observe(line: Json): Observation {
  if (typeof line.network === "string")
    return { type: "failure", timeout: line.network === "timeout", status: null, headers: {} };
  const status = line.status as number;
  const body = "body" in line ? line.body : parsed(String(line.text));
  const data = goodData(status, body);
  if (data !== null)
    return { type: "good", data, eventTypes: "body" in line ? eventTypesOf(line.eventTypes) : null };
  if (REJECTING.includes(status) && isErrorEnvelope(body)) return { type: "rejected" };
  return { type: "failure", timeout: false, status, headers: isObject(line.headers) ? line.headers : {} };
}

/** What a good answer holds; whatever its entries are, the list of connections is one. */
function goodData(status: number, body: unknown): Json | null {
  if (status !== 200 || !isObject(body) || body.status !== "success" || !isObject(body.data)) return null;
  return Array.isArray(body.data.connectedCalendars) ? body.data : null;
}

function eventTypesOf(body: unknown): unknown[] | null {
  return isObject(body) && body.status === "success" && Array.isArray(body.data) ? body.data : null;
}

function isErrorEnvelope(body: unknown): boolean {
  return (
    isObject(body) &&
    body.status === "error" &&
    isObject(body.error) &&
    (typeof body.error.code === "string" || typeof body.error.message === "string")
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
