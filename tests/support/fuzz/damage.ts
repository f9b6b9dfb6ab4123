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

export const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What nobody but who has the link of a feed may know. */
export const SECRET = "s3cr3t-1234567890";

/** What stands where something else was expected. */
const ODD: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  "",
  " ",
  "null",
  "\ud800",
  "\u202eesrever",
  "a\nb\tc\u0000",
  "<img src=x onerror=alert(1)>",
  "=cmd|' /C calc'!A0",
  "x".repeat(5_000),
  `https://feeds.example/${SECRET}.ics`,
  `${"😀".repeat(30)}a@feeds.example/${SECRET}`,
  [],
  [[]],
  {},
  { message: "Access token expired or revoked" },
  [null, 1, "x", {}],
];

/** Changes one to six places of a body, wherever they are in it, and now and then its text; the key is put into some. */
export function damage(body: Json, random: Random, key: string): string {
  const damaged: { body: Json } = { body: structuredClone(body) };
  for (let left = 1 + Math.floor(random() * 6); left > 0; left--) {
    const place = pick(random, placesIn(damaged, random() < 0.03));
    if (place) changeAt(place, random, key);
  }
  // Of a body that was taken away whole nothing is left.
  const text = JSON.stringify(damaged.body) ?? "";
  return random() < 0.1 ? changeText(text, random) : text;
}

/** Something in a body: what holds it, and under which name. */
interface Place {
  holder: Record<string, Json> | Json[];
  name: string;
}

/** Every place, so that each is as likely as any other. @param top whether the outermost ones, without which nothing is left, are too */
function placesIn(holder: Place["holder"], top: boolean, depth = 0): Place[] {
  return Object.keys(holder).flatMap((name) => {
    const value = (holder as Record<string, Json>)[name];
    const within = typeof value === "object" && value !== null ? placesIn(value, top, depth + 1) : [];
    return depth > 2 || top ? [{ holder, name }, ...within] : within;
  });
}

function changeAt({ holder, name }: Place, random: Random, key: string): void {
  const what = random();
  const at = holder as Record<string, Json>;
  const value = at[name] ?? null;
  if (what < 0.6) at[name] = instead(value, random, key);
  else if (!Array.isArray(holder)) {
    if (what < 0.85) delete at[name];
    else at[what < 0.93 ? pick(random, ["constructor", "toString", "id", "error"]) : `${name} `] = value;
  } else if (what < 0.75) holder.splice(Number(name), 1);
  else if (what < 0.9) holder.splice(Number(name), 0, structuredClone(value));
  else holder.reverse();
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
  if (what < 0.5)
    return text.slice(0, at) + pick(random, [",", "}", '"', "\\u0000", "\ufeff", "[["]) + text.slice(at);
  if (what < 0.7) return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 40));
  return pick(random, ["\ufeff", "", "<!doctype html>", ")]}',\n"]) + text;
}
