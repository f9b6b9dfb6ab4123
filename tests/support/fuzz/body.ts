import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { damage, pick, randomFrom } from "./damage.ts";

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const FOLDER = "tests/fixtures/cal-com";
const BODIES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => ({
    status: Number(/^[45]\d\d/.exec(name)?.[0] ?? 200),
    json: JSON.parse(readFileSync(join(FOLDER, name), "utf8"), withoutShop),
  }));

/** What Cal.com says of an app in its shop would be most of what there is to damage. */
function withoutShop(name: string, value: unknown): unknown {
  if (name !== "integration" || typeof value !== "object" || value === null) return value;
  const { type, title, name: called, slug } = value as Record<string, unknown>;
  return { type, title, name: called, slug };
}

const GOOD = BODIES.filter(({ status }) => status === 200);

const STATUSES = [200, 201, 206, 301, 400, 401, 403, 404, 429, 498, 500, 503, 599];
const HEADERS: Record<string, string>[] = [
  {},
  { "retry-after": "-1" },
  { "retry-after": "1e99" },
  { "x-ratelimit-reset-default": "soon, 99999999999" },
  { date: "Thu, 01 Jan 1970 00:00:00 GMT" },
];

/** A body of Cal.com, damaged: the same one for the same seed. @param key what may be repeated in it */
export function damagedAnswer(seed: number, key: string): Answer {
  const random = randomFrom(seed);
  const { status, json } = pick(random, random() < 0.85 ? GOOD : BODIES);
  return {
    body: damage(json, random, key),
    status: random() < 0.05 ? pick(random, STATUSES) : status,
    headers: random() < 0.1 ? pick(random, HEADERS) : {},
  };
}
