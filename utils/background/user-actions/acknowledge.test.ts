import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aFinding,
  anAccountState,
  calendarSubject,
  NOW,
  seed,
  stored,
  storedHistory,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { ACCOUNTS, historyOf, statusOf } from "../../core/model/records.ts";
import { acknowledgeFindings, bulkAcknowledge, unacknowledgeFindings } from "./acknowledge.ts";

const { local } = fakeBrowser.storage;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

const notice = (n: number, change = {}) =>
  aFinding({ kind: "read-only", level: "notice", subject: calendarSubject(`c${n}`), ...change });
const ref = (n: number) => ({ kind: "read-only" as const, subject: calendarSubject(`c${n}`) });
const account = { kind: "no-connections" as const, subject: { type: "account" as const } };
const withNotices = (count: number, change: Partial<AccountState> = {}) =>
  anAccountState({ findings: Array.from({ length: count }, (_, n) => notice(n)), ...change });
const expected = async () =>
  (await storedStatus()).state.findings.filter((one) => one.acknowledged).map(({ subject }) => subject);
const historyEntries = async () => (await storedHistory())?.entries ?? [];

describe("marking as expected for a while, with a note", () => {
  test("keeps both in the state; the history tells of the end, and neither it nor the log of the note", async () => {
    await seed([{ state: withNotices(1) }]);
    const until = NOW + 24 * 60 * 60_000;
    const said = { howLong: "day", note: " Dana moves\nhouse " } as const;
    expect(await acknowledgeFindings("a1", [ref(0)], said)).toEqual({ ok: true });
    const { state } = await storedStatus();
    expect(state.findings[0]).toMatchObject({ acknowledgedUntil: until, note: "Dana moves house" });
    expect(state.acknowledgements[0]).toMatchObject({ until, note: "Dana moves house" });
    expect(await historyEntries()).toMatchObject([{ action: "acknowledge", until }]);
    const { [statusOf("a1")]: _, ...others } = await stored();
    expect(JSON.stringify(others)).not.toContain("moves");
  });

  test("has no end in the history of what is accepted", async () => {
    const gone = aFinding({ kind: "calendar-gone", level: "warning", subject: calendarSubject("c0") });
    await seed([{ state: anAccountState({ findings: [gone] }) }]);
    await acknowledgeFindings("a1", [gone], { howLong: "week", note: "" });
    expect((await historyEntries())[0]).not.toHaveProperty("until");
  });
});

describe("marking as expected", () => {
  test("marks exactly those that are meant, and says so in the history, in one write", async () => {
    await seed([
      {
        state: withNotices(3, {
          findings: [
            notice(0),
            notice(1),
            aFinding({ kind: "not-selected", subject: calendarSubject("c1") }),
          ],
        }),
      },
    ]);
    const set = vi.spyOn(local, "set");
    expect(await acknowledgeFindings("a1", [ref(1), account])).toEqual({ ok: true });
    expect(set).toHaveBeenCalledTimes(1);
    expect(Object.keys(set.mock.calls[0]?.[0] ?? {})).toEqual(
      expect.arrayContaining([statusOf("a1"), historyOf("a1")]),
    );
    expect(await expected()).toEqual([calendarSubject("c1")]);
    expect(await historyEntries()).toEqual([
      {
        at: NOW,
        event: "action",
        action: "acknowledge",
        kind: "read-only",
        level: "notice",
        connection: 0,
        name: expect.any(String),
      },
    ]);
  });

  test("of 2,000 findings copies the state once, and leaves an entry for each", async () => {
    await seed([{ state: withNotices(2_100) }]);
    const copied = vi.spyOn(globalThis, "structuredClone");
    await acknowledgeFindings(
      "a1",
      Array.from({ length: 2_000 }, (_, n) => ref(n)),
    );
    const ofState = copied.mock.calls.filter(
      ([value]) => typeof value === "object" && value && "findings" in value,
    );
    expect(ofState).toHaveLength(1);
    expect(await expected()).toHaveLength(2_000);
    expect(await historyEntries()).toHaveLength(2_000);
  });

  test("accepts what is gone: first the action is told, then the end", async () => {
    const gone = aFinding({ kind: "calendar-gone", level: "warning", subject: calendarSubject("c1") });
    await seed([{ state: anAccountState({ findings: [gone] }) }]);
    await acknowledgeFindings("a1", [{ kind: gone.kind, subject: gone.subject }]);
    expect((await storedStatus()).state.findings).toEqual([]);
    expect((await historyEntries()).map(({ event, action }) => action ?? event)).toEqual([
      "acknowledge",
      "ended",
    ]);
  });

  test("of what has ended meanwhile, is marked already, or is covered changes nothing", async () => {
    await seed([
      {
        state: anAccountState({
          findings: [notice(1, { acknowledged: true }), notice(2, { inhibited: true })],
        }),
      },
    ]);
    const set = vi.spyOn(local, "set");
    expect(await acknowledgeFindings("a1", [ref(0), ref(1), ref(2)])).toEqual({ ok: true });
    expect(set).not.toHaveBeenCalled();
  });
});

test("a mark that is taken back is told, too", async () => {
  await seed([{ state: anAccountState({ findings: [notice(0, { acknowledged: true }), notice(1)] }) }]);
  expect(await unacknowledgeFindings("a1", [ref(0), ref(1)])).toEqual({ ok: true });
  expect(await expected()).toEqual([]);
  expect(await historyEntries()).toMatchObject([{ action: "unacknowledge", kind: "read-only" }]);
});

describe("the offer after the first check", () => {
  test("marks what was shown, and is answered for good", async () => {
    await seed([{ state: withNotices(3) }]);
    expect(await bulkAcknowledge("a1", [ref(0), ref(1)])).toEqual({ ok: true });
    expect(await expected()).toHaveLength(2);
    expect((await storedStatus()).bulkAcknowledgeAnswered).toBe(true);
    expect(await historyEntries()).toHaveLength(2);
  });

  test("may be answered with none of them", async () => {
    await seed([{ state: withNotices(3) }]);
    expect(await bulkAcknowledge("a1", [])).toEqual({ ok: true });
    expect(await expected()).toEqual([]);
    expect((await storedStatus()).bulkAcknowledgeAnswered).toBe(true);
    expect(await historyEntries()).toEqual([]);
  });
});

describe("it is said that nothing was stored", () => {
  const actions = [
    () => acknowledgeFindings("a1", [ref(0)]),
    () => unacknowledgeFindings("a1", [ref(0)]),
    () => bulkAcknowledge("a1", []),
  ];

  test.each(actions)("of an account that is gone", async (action) => {
    await seed([{ state: withNotices(1) }]);
    await local.set({ [ACCOUNTS]: { version: 1, accounts: [] } });
    const before = await stored();
    expect(await action()).toEqual({ ok: false });
    expect(await stored()).toEqual(before);
  });

  test.each(actions)("of one whose state a later version wrote", async (action) => {
    await seed([{}]);
    await local.set({ [statusOf("a1")]: { version: 99 } });
    expect(await action()).toEqual({ ok: false });
  });
});

test("a history of a later version is left alone, and the mark is stored", async () => {
  await seed([{ state: withNotices(1) }]);
  await local.set({ [historyOf("a1")]: { version: 2 } });
  expect(await acknowledgeFindings("a1", [ref(0)])).toEqual({ ok: true });
  expect(await expected()).toHaveLength(1);
  expect((await stored())[historyOf("a1")]).toEqual({ version: 2 });
});
