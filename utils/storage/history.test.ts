import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { NOW, seed, stored } from "../../tests/support/unit/world.ts";
import { connectionLabel } from "../copy/history/filter-text.ts";
import { namesIn } from "../copy/history/names.ts";
import { recordActions } from "../core/history/record-actions.ts";
import { emptyHistory, type History } from "../core/model/history.ts";
import { historyOf } from "../core/model/records.ts";
import { commit } from "./commit.ts";
import { changedHistory, readHistory } from "./history.ts";
import { repair } from "./repair.ts";

const { local } = fakeBrowser.storage;
const KEY = historyOf("a1");

const row = (credentialId: number) => ({
  integration: "google_calendar",
  credentialId,
  delegationCredentialId: null,
  app: "Google Calendar",
  whose: null,
});
const entry = (connection: number) => ({
  at: NOW,
  event: "came",
  kind: "connection-error",
  level: "error",
  connection,
});
const HISTORY = {
  version: 1,
  connections: [row(1), row(2)],
  entries: [entry(0), entry(1), { at: NOW, event: "action", action: "snooze", until: NOW + 1 }],
  days: [{ ...row(1), last: "2026-03-04", days: "wb-w" }],
};

const more = (history: History) => recordActions(history, [{ action: "replace-key" }], namesIn([]), NOW);

describe("reading", () => {
  test("gives what is stored, and nothing of another account", async () => {
    await local.set({ [KEY]: HISTORY });
    expect(await readHistory("a1")).toEqual({ kind: "ok", value: HISTORY });
    expect(await readHistory("a2")).toEqual({ kind: "missing" });
  });

  test.each([
    ["an entry of an unknown event", { entries: [...HISTORY.entries, { at: NOW, event: "else" }] }],
    ["an entry at no time", { entries: [...HISTORY.entries, { at: 1e300, event: "came" }] }],
    ["an entry that is none", { entries: [...HISTORY.entries, null] }],
    ["a day of another letter", { days: [...HISTORY.days, { ...row(2), last: "2026-03-04", days: "x" }] }],
    ["a day without a date", { days: [...HISTORY.days, { ...row(2), last: "2026-02-30", days: "w" }] }],
  ])("%s loses nothing else", async (_, change) => {
    await local.set({ [KEY]: { ...HISTORY, ...change } });
    expect(await readHistory("a1")).toEqual({ kind: "damaged", saved: HISTORY });
  });

  test("entries of a connection that makes no sense, or is not there, are of some connection", async () => {
    const entries = [...HISTORY.entries, entry(2)];
    await local.set({ [KEY]: { ...HISTORY, connections: [null, { ...row(2), app: 7 }], entries } });
    const unknown = { ...row(1), integration: "", credentialId: null, app: "" };
    const read = await readHistory("a1");
    expect(read).toMatchObject({
      kind: "damaged",
      saved: { connections: [unknown, { ...row(2), app: "" }, unknown], entries },
    });
    expect(connectionLabel(unknown)).toBe("Calendar app");
  });

  test("nothing that can be saved is an empty history", async () => {
    await local.set({ [KEY]: "gone" });
    expect(await readHistory("a1")).toEqual({ kind: "damaged", saved: { version: 1, ...emptyHistory() } });
  });

  test("what a later version added is kept", async () => {
    const later = { ...HISTORY, colour: "red", entries: [{ ...entry(0), why: "?" }] };
    await local.set({ [KEY]: later });
    expect(await readHistory("a1")).toEqual({ kind: "ok", value: later });
  });
});

describe("changing", () => {
  test("gives the record to write, on top of what is stored or saved", async () => {
    await local.set({ [KEY]: { ...HISTORY, days: null } });
    const { [KEY]: record } = await changedHistory("a1", more);
    expect(record).toMatchObject({ version: 1, connections: HISTORY.connections, days: [] });
    expect(record?.entries).toHaveLength(4);
    expect((await changedHistory("a2", more))[historyOf("a2")]?.entries).toHaveLength(1);
  });

  test("gives nothing to write when nothing changes, or when a later version wrote it", async () => {
    await local.set({ [KEY]: HISTORY, [historyOf("a2")]: { version: 2 } });
    expect(await changedHistory("a1", (history) => history)).toEqual({});
    expect(await changedHistory("a2", more)).toEqual({});
  });
});

test("a damaged history is set aside, and what was saved takes its place", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  await seed([{}]);
  await local.set({ [KEY]: { ...HISTORY, days: 1 } });
  await repair();
  expect((await stored())[KEY]).toEqual({ ...HISTORY, days: [] });
  expect(await stored()).toHaveProperty(`damaged:${KEY}:${NOW}`);
});

test("one of a later version is not written over", async () => {
  await local.set({ [KEY]: { version: 2 } });
  expect(await commit(() => ({ set: { [KEY]: HISTORY } }))).toBe("newer");
});
