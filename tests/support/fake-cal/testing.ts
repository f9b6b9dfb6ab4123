import { type IncomingHttpHeaders, request } from "node:http";
import { request as secureRequest } from "node:https";
import { onTestFinished } from "vitest";
import type { Clock } from "./clock.ts";
import type { CalendarList } from "./list-cache.ts";
import type { ListedCalendar, ListedConnection } from "./listing.ts";
import { DEMO_KEY } from "./scenarios/demo-key.ts";
import { type FakeCal, type FakeCalOptions, startFakeCal } from "./server.ts";

/** What any body may hold; which keys there are is what tests are about. */
export interface AnswerBody {
  status?: string;
  timestamp?: string;
  path?: string;
  data?: unknown;
  error?: { code: string; message: string; details?: unknown };
}

/** An answer as a test looks at it; `json` is undefined when the body is no JSON. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: AnswerBody | undefined;
}

export interface Ask {
  method?: string;
  /** null sends no Authorization header. */
  key?: string | null;
  headers?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
}

/** A clock that stands still until it is told to go on, and notes how long the server would have waited. */
export interface HandClock extends Clock {
  waits: number[];
  pass(ms: number): void;
}

/** Starts on a Wednesday morning. */
export function handClock(at = Date.parse("2026-03-11T10:00:00Z")): HandClock {
  let now = at;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    wait: async (ms) => {
      waits.push(ms);
    },
    pass: (ms) => {
      now += ms;
    },
  };
}

/** A server on a free port that ends with the test. Lists are not cached unless the test asks for it. */
export async function start(options: FakeCalOptions = {}): Promise<FakeCal> {
  const fake = await startFakeCal({ cacheMs: 0, ...options });
  onTestFinished(() => fake.close());
  return fake;
}

/** Sends a request with the demo key. Rejects when the connection breaks. */
export function ask(fake: FakeCal, path: string, how: Ask = {}): Promise<Answer> {
  const { method = "GET", key = DEMO_KEY, body, headers = {}, signal } = how;
  const isJson = body !== undefined && typeof body !== "string";
  const url = new URL(path, fake.url);
  const send = url.protocol === "https:" ? secureRequest : request;
  return new Promise((resolve, reject) => {
    const outgoing = send(url, {
      method,
      ...(signal === undefined ? {} : { signal }),
      agent: false,
      rejectUnauthorized: false,
      headers: {
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
        ...(isJson ? { "Content-Type": "application/json" } : {}),
        ...headers,
      },
    });
    outgoing.on("error", reject);
    outgoing.on("response", (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("error", reject);
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, json: parsed(text) });
      });
    });
    outgoing.end(isJson ? JSON.stringify(body) : body);
  });
}

/** The `data` of `GET /v2/calendars`. */
export async function calendars(fake: FakeCal, how: Ask = {}): Promise<CalendarList> {
  const answer = await ask(fake, "/v2/calendars", how);
  return answer.json?.data as CalendarList;
}

/** The entry of one credential in `GET /v2/calendars`. */
export async function entryOf(fake: FakeCal, credentialId: number): Promise<ListedConnection | undefined> {
  const { connectedCalendars } = await calendars(fake);
  return connectedCalendars.find((entry) => entry.credentialId === credentialId);
}

/** The calendars of one credential, or none when it is broken or missing. */
export async function calendarsOf(fake: FakeCal, credentialId: number): Promise<ListedCalendar[]> {
  return (await entryOf(fake, credentialId))?.calendars ?? [];
}

function parsed(text: string): AnswerBody | undefined {
  try {
    return JSON.parse(text) as AnswerBody;
  } catch {
    return undefined;
  }
}
