/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: Random, all: readonly T[]): T =>
  all[Math.floor(random() * all.length)] as T;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What stands where something else was expected. */
const ODD: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  9_007_199_254_740_993,
  "",
  " ",
  "null",
  "\ud800",
  "\u202eesrever",
  "a\nb\tc\u0000",
  "<img src=x onerror=alert(1)>",
  "=cmd|' /C calc'!A0",
  "x".repeat(5_000),
  "https://feeds.example/secret-1234567890.ics",
  [],
  [[]],
  {},
  { message: "Access token expired or revoked" },
  [null, 1, "x", {}],
];

/** Changes one to six places of a body, in its structure or in its text, and now and then puts the key into it. */
export function damage(body: Json, random: Random, key: string): string {
  let damaged = structuredClone(body);
  for (let left = 1 + Math.floor(random() * 6); left > 0; left--) damaged = changeOne(damaged, random, key);
  const text = JSON.stringify(damaged);
  return random() < 0.2 ? changeText(text, random) : text;
}

/** Goes down to a place by chance, and changes what is there. */
function changeOne(value: Json, random: Random, key: string): Json {
  if (typeof value !== "object" || value === null || random() < 0.08) return instead(value, random, key);
  const names = Object.keys(value);
  const name = pick(random, names);
  if (name === undefined) return instead(value, random, key);
  const at = value as Record<string, Json>;
  const what = random();
  if (what < 0.72) at[name] = changeOne(at[name] ?? null, random, key);
  else if (Array.isArray(value)) {
    if (what < 0.8) value.splice(Number(name), 1);
    else if (what < 0.92) value.splice(Number(name), 0, structuredClone(pick(random, value)));
    else value.reverse();
  } else if (what < 0.86) delete at[name];
  else at[what < 0.93 ? pick(random, ["__proto__x", "constructor", "toString", "id", "error"]) : `${name} `] = at[name] ?? null;
  return value;
}

function instead(value: Json, random: Random, key: string): Json {
  const what = random();
  if (what < 0.08) return key;
  if (what < 0.12) return `Bearer ${key} is not valid`;
  if (what < 0.2 && typeof value === "string") return value + value;
  if (what < 0.28 && typeof value === "number") return String(value);
  return structuredClone(pick(random, ODD));
}

function changeText(text: string, random: Random): string {
  const at = Math.floor(random() * text.length);
  const what = random();
  if (what < 0.3) return text.slice(0, at);
  if (what < 0.5) return text.slice(0, at) + pick(random, [",", "}", '"', "\\u0000", "\ufeff", "[["]) + text.slice(at);
  if (what < 0.7) return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 40));
  return pick(random, ["\ufeff", "", "<!doctype html>", ")]}',\n"]) + text;
}
