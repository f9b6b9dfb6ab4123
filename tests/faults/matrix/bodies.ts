import { gzipSync } from "node:zlib";
import type { Fault } from "./fault.ts";
import type { Lie, MakeLie } from "./liar.ts";

interface List {
  status: string;
  data: {
    connectedCalendars: Record<string, unknown>[];
    destinationCalendar: Record<string, unknown> | null;
  };
}

/** The list changed by a function. */
const changed =
  (change: (list: List, key: string) => unknown): MakeLie =>
  (truth, key) => {
    const list = JSON.parse(truth) as List;
    return { body: JSON.stringify(change(list, key) ?? list) };
  };
const data = (value: unknown) => changed((list) => ({ ...list, data: value }));
const entries = (change: (all: List["data"]["connectedCalendars"]) => unknown) =>
  changed(({ data, ...list }) => ({
    ...list,
    data: { ...data, connectedCalendars: change(data.connectedCalendars) },
  }));
const beside = (entry: unknown) => entries((all) => [entry, ...all, entry]);
const raw =
  (body: string | Buffer, more: Partial<Lie> = {}) =>
  () => ({ ...more, body });

const BODIES: Record<string, MakeLie> = {
  "is empty": raw(""),
  "is a space": raw(" "),
  "is null": raw("null"),
  "is a number": raw("0"),
  "is a text": raw('"ok"'),
  "is a list": raw("[]"),
  "is an empty object": raw("{}"),
  "is JSON with a comma too many": (truth) => ({ body: truth.replace(/}$/, ",}") }),
  "begins with a byte order mark": (truth) => ({ body: `\ufeff${truth}` }),
  "is UTF-16": (truth) => ({ body: Buffer.from(truth, "utf16le") }),
  "has bytes that are no UTF-8": (truth) => ({
    body: Buffer.concat([Buffer.from(truth), Buffer.from([0xff])]),
  }),
  "says it is compressed and is not": (truth) => ({ body: truth, headers: { "Content-Encoding": "gzip" } }),
  "is compressed and does not say so": (truth) => ({ body: gzipSync(truth) }),
  "comes with 204": (truth) => ({ status: 204, body: truth }),
  "comes with 206": (truth) => ({ status: 206, body: truth }),
  "comes with 304": () => ({ status: 304, body: "" }),
  "comes with 500, all well in it": (truth) => ({ status: 500, body: truth }),
  "comes with 401, all well in it": (truth) => ({ status: 401, body: truth }),
  "calls itself HTML": (truth) => ({ body: truth, headers: { "Content-Type": "text/html" } }),
  "says error and has data": changed((list) => ({ ...list, status: "error" })),
  "has no data": changed(({ status }) => ({ status })),
  "has null for data": data(null),
  "has a list for data": data([]),
  "has a text for data": data("none"),
  "has nothing in its data": data({}),
  "has null for its connections": data({ connectedCalendars: null, destinationCalendar: null }),
  "has an object for its connections": data({ connectedCalendars: {}, destinationCalendar: null }),
  "has null, numbers and texts among its connections": entries((all) => [null, 7, "x", ...all, [], true]),
  "has a connection without anything": beside({}),
  "has a connection without its app": beside({ credentialId: 901, calendars: [] }),
  "has a connection whose number is a text": beside({ integration: { type: "x" }, credentialId: "901" }),
  "has each connection twice": entries((all) => [...all, ...all]),
  "has its connections in another order": entries((all) => all.toReversed()),
  "has unknown fields everywhere": entries((all) =>
    all.map((one) => ({ ...one, surprise: { deep: [1, { x: null }] } })),
  ),
  "has fields named like those of every object": entries((all) =>
    all.map((one) =>
      JSON.parse(JSON.stringify(one).replace(/^{/, '{"__proto__":{"error":1},"constructor":null,')),
    ),
  ),
  "repeats the key in a field": changed((list, key) => ({ ...list, message: key, [key]: key })),
  "has the key for the name of a calendar": entries((all) =>
    all.map((one) => ({ ...one, note: "cal_live_0123456789abcdef" })),
  ),
  "is nested ten thousand deep":
    changed((list) => list) &&
    ((truth) => ({
      body: truth.replace(/}$/, `,"deep":${"[".repeat(10_000)}${"]".repeat(10_000)}}`),
    })),
  "has a hundred thousand fields": changed((list) => ({
    ...list,
    ...Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, index])),
  })),
  "has a header of many bytes": (truth) => ({ body: truth, headers: { "X-Long": "x".repeat(12_000) } }),
  "is dated a year ago": (truth) => ({ body: truth, headers: { Date: "Sun, 30 Nov 2025 00:00:00 GMT" } }),
  "is an error with markup in it": () => ({
    status: 400,
    body: JSON.stringify({
      status: "error",
      error: { code: "<b>", message: "<img src=x onerror=alert(1)>\u202e\n\n".repeat(400) },
    }),
  }),
};

const QUICK = ["is empty", "has null, numbers and texts among its connections", "repeats the key in a field"];
/** Cal.com's own envelope is what says that a key is rejected. */
const REJECTS = ["comes with 401, all well in it"];

export const BODY_FAULTS: Fault[] = Object.entries(BODIES).map(([what, lie]) => ({
  name: `the answer ${what}`,
  group: "bodies",
  async begin({ liar, lie: beginToLie }) {
    liar.tell(lie);
    beginToLie();
  },
  ...(REJECTS.includes(what) && { raises: ["key-rejected"] as const }),
  ...(QUICK.includes(what) && { quick: true as const }),
}));
