import type { Fault } from "./fault.ts";

/** What Cal.com, or something before it, answers when it has no answer. */
const MODES = {
  "rate-limited": "Cal.com limits the rate",
  "edge-429": "something before Cal.com limits the rate",
  "envelope-403": "Cal.com refuses",
  "envelope-404": "Cal.com finds nothing",
  "record-404": "Cal.com has lost a row",
  "nest-500": "Cal.com fails without its envelope",
  "envelope-500": "Cal.com's database fails",
  "older-500": "an older Cal.com fails",
  "startup-500": "Cal.com does not start",
  "timeout-504": "Cal.com's host gives up",
  "html-502": "a gateway has nothing behind it",
  "html-200": "a network wants a login",
  truncated: "half of the answer comes as if it were whole",
  oversize: "the answer has more than five megabytes",
  redirect: "visitors are sent elsewhere",
  "no-api-v2": "there is no such API",
  "proxy-to-nothing": "a proxy leads to nothing",
} as const;

const QUICK = ["rate-limited", "html-200", "truncated", "redirect"];

const modes = Object.entries(MODES).map(
  ([mode, name]): Omit<Fault, "group"> => ({
    name,
    begin: async ({ cal }) => cal.control({ action: "server", mode }),
    // A 403 in the envelope is how Cal.com rejects a key, too.
    ...(mode === "envelope-403" && { raises: ["key-rejected"] }),
    ...(QUICK.includes(mode) && { quick: true }),
  }),
);

const keys = (["expired", "deleted", "unknown"] as const).map(
  (state): Omit<Fault, "group"> => ({
    name: `the key is ${state} for a while`,
    begin: async ({ cal }) => cal.control({ action: "key", state }),
    end: async ({ cal }) => cal.control({ action: "key", state: "valid" }),
    raises: ["key-rejected"],
  }),
);

const others: Omit<Fault, "group">[] = [
  {
    name: "every second answer is an error",
    async begin({ cal, check }) {
      for (let times = 0; times < 2; times++) {
        cal.control({ action: "server", mode: "html-502", times: 1 });
        await check();
      }
    },
  },
  {
    name: "Cal.com wants to be left alone for a year",
    begin: async ({ cal }) =>
      cal.control({ action: "server", mode: "edge-429", headers: { "Retry-After": "31536000" } }),
  },
  {
    name: "Cal.com wants to be left alone, in words",
    begin: async ({ cal }) =>
      cal.control({ action: "server", mode: "edge-429", headers: { "Retry-After": "tomorrow" } }),
  },
  {
    name: "Cal.com keeps its list for a while",
    begin: async ({ cal }) => cal.control({ action: "cache", ms: 10_000 }),
    end: async ({ cal }) => cal.control({ action: "cache", ms: 0 }),
  },
  {
    name: "Cal.com's calendar apps are slow",
    begin: async ({ cal }) => cal.control({ action: "slow-connection", credentialId: 135, ms: 800 }),
    end: async ({ cal }) => cal.control({ action: "slow-connection", credentialId: 135, ms: 0 }),
  },
];

export const ANSWERS: Fault[] = [...modes, ...keys, ...others].map((fault) => ({
  ...fault,
  group: "answers",
}));
