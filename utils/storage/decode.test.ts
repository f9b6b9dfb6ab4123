import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { anAccount, anAccountState, goodAnswer, KEY, NOW, seed } from "../../tests/support/unit/world.ts";
import { evaluate } from "../core/findings/evaluate.ts";
import { emptyAccountState } from "../core/model/account-state.ts";
import { emptyStatus } from "../core/model/empty-status.ts";
import { ACCOUNTS, keyOf, SETTINGS, statusOf } from "../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../core/settings/records.ts";
import { readAccounts } from "./accounts.ts";
import { decode } from "./decode.ts";
import { readKey } from "./key.ts";
import { readEffectiveSettings, readSettings, settingsKind } from "./settings.ts";
import { readStatus } from "./status.ts";

const { local } = fakeBrowser.storage;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

test("what was never stored is missing", async () => {
  expect(await readAccounts()).toEqual({ kind: "missing" });
  expect(await readSettings()).toEqual({ kind: "missing" });
  expect(await readStatus("a1")).toEqual({ kind: "missing" });
  expect(await readKey(anAccount())).toBeNull();
});

test("what is emptied before it is removed is missing already", () => {
  expect(decode(null, settingsKind)).toEqual({ kind: "missing" });
});

test("what was stored is read as it was", async () => {
  await seed([{}], { intervalMinutes: 60 });
  expect(await readAccounts()).toEqual({ kind: "ok", value: { version: 1, accounts: [anAccount()] } });
  expect(await readEffectiveSettings()).toEqual({ ...DEFAULT_SETTINGS, intervalMinutes: 60 });
  expect(await readStatus("a1")).toMatchObject({ kind: "ok", value: { state: anAccountState() } });
  expect(await readKey(anAccount())).toBe(KEY);
});

test("whatever the core remembers of an answer can be read again", async () => {
  const { state } = evaluate(emptyAccountState(), goodAnswer(3), NOW, { intervalMinutes: 30 });
  const status = { ...emptyStatus(), state, nextCheckAt: NOW };
  await local.set({ [statusOf("a1")]: status });
  expect(await readStatus("a1")).toEqual({ kind: "ok", value: status });
});

test("additions of a later minor change are kept", async () => {
  await local.set({ [SETTINGS]: { ...DEFAULT_SETTINGS, language: "de" } });
  expect(await readSettings()).toEqual({ kind: "ok", value: { ...DEFAULT_SETTINGS, language: "de" } });
});

test("a record of a later version is told from a damaged one, whatever it looks like", async () => {
  await local.set({
    [ACCOUNTS]: { version: 2, people: [] },
    [SETTINGS]: { version: 3 },
    [statusOf("a1")]: { version: 99 },
  });
  expect(await readAccounts()).toEqual({ kind: "newer" });
  expect(await readSettings()).toEqual({ kind: "newer" });
  expect(await readStatus("a1")).toEqual({ kind: "newer" });
});

test.each([
  ["a text", "accounts"],
  ["a number", 7],
  ["a list", []],
  ["an object without a version", { accounts: [] }],
  ["a version that is no number", { version: "1", accounts: [] }],
  ["accounts that are no list", { version: 1, accounts: {} }],
])("accounts that are %s are damaged", async (_, raw) => {
  await local.set({ [ACCOUNTS]: raw });
  expect(await readAccounts()).toMatchObject({ kind: "damaged" });
});

test("one damaged account does not take the others with it", async () => {
  const sound = anAccount();
  await local.set({ [ACCOUNTS]: { version: 1, accounts: [{ ...sound, id: 5 }, sound] } });
  expect(await readAccounts()).toEqual({ kind: "damaged", saved: { version: 1, accounts: [sound] } });
});

test.each([
  ["us", "https://api.cal.com/v2"],
  ["eu", "https://api.cal.eu/v2"],
  ["self-hosted", "https://cal.example.org/v2"],
] as const)("the region %s is known by the address", async (region, apiUrl) => {
  const account = anAccount({ apiUrl, region, webUrl: null });
  await local.set({ [ACCOUNTS]: { version: 1, accounts: [{ ...account, region: 5 }] } });
  expect(await readAccounts()).toEqual({ kind: "damaged", saved: { version: 1, accounts: [account] } });
});

test.each(["http://localhost:5555/v2", "http://127.0.0.1/v2", "http://[::1]:5555/v2"])(
  "the person's own machine may be asked without https: %s",
  async (apiUrl) => {
    await local.set({ [ACCOUNTS]: { version: 1, accounts: [anAccount({ apiUrl })] } });
    expect(await readAccounts()).toMatchObject({ kind: "ok" });
  },
);

test.each([
  "javascript:alert(1)",
  "https://user@evil.example/v2",
  "ftp://x/v2",
  "",
  "https://[/v2",
  "http://api.cal.com/v2",
  "http://localhost.example.com/v2",
])("no key is ever sent to %j: an account has its region's address instead, or is lost", async (apiUrl) => {
  const own = anAccount({ id: "a2", region: "self-hosted", apiUrl });
  await local.set({ [ACCOUNTS]: { version: 1, accounts: [anAccount({ apiUrl }), own] } });
  expect(await readAccounts()).toEqual({ kind: "damaged", saved: { version: 1, accounts: [anAccount()] } });
});

test("of damaged settings each one that makes sense stays in force", async () => {
  await local.set({ [SETTINGS]: { version: 1, intervalMinutes: 7, countingLevel: "error" } });
  expect(await readEffectiveSettings()).toEqual({ ...DEFAULT_SETTINGS, countingLevel: "error" });
});

test.each([
  ["no state", { version: 3, nextCheckAt: 0 }],
  ["a due time that is no number", { version: 3, state: emptyAccountState(), nextCheckAt: "soon" }],
  [
    "findings that are no list",
    { version: 3, state: { ...emptyAccountState(), findings: 3 }, nextCheckAt: 0 },
  ],
  [
    "a failure of no known kind",
    { version: 3, state: { ...emptyAccountState(), lastFailure: { reason: "mood" } }, nextCheckAt: 0 },
  ],
  ...["", "x".repeat(201)].map((message): [string, object] => [
    `a message of Cal.com that has ${message.length} characters`,
    {
      version: 1,
      state: { ...emptyAccountState(), lastFailure: { reason: "cal-error", status: 404, message } },
      nextCheckAt: 0,
    },
  ]),
])("a status with %s is damaged, and starts from an empty state", async (_, raw) => {
  await local.set({ [statusOf("a1")]: raw });
  expect(await readStatus("a1")).toEqual({ kind: "damaged", saved: emptyStatus() });
});

test("a failure is kept with what Cal.com said of it", async () => {
  const message = "x".repeat(200);
  for (const lastFailure of [
    { reason: "cal-error", status: 404, message },
    { reason: "redirected" },
  ] as const) {
    const status = { ...emptyStatus(), state: { ...emptyAccountState(), lastFailure } };
    await local.set({ [statusOf("a1")]: status });
    expect(await readStatus("a1")).toEqual({ kind: "ok", value: status });
  }
});

test("a damaged key is no key", async () => {
  await local.set({ [keyOf("a1")]: { version: 1, key: 42 } });
  expect(await readKey(anAccount())).toBeNull();
});

test("a key for the session is not looked for in the store for good, nor the other way round", async () => {
  await seed([{}]);
  expect(await readKey(anAccount({ keyIn: "session" }))).toBeNull();
});
