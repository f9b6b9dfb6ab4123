import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { BACK, broken, notice, outbox, shown, tell, withUntold } from "../../../tests/support/unit/outbox.ts";
import { aFinding, anAccountState, MINUTE, NOW, storedStatus } from "../../../tests/support/unit/world.ts";
import type { Notice } from "../../core/model/changes.ts";
import { POLICY, SETTINGS, statusOf } from "../../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";

const { notifications, storage } = fakeBrowser;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

describe("quiet hours", () => {
  // NOW is Wednesday, 14:05 in Berlin.
  const QUIET = "wed 14:00-15:00";
  const END = NOW + 55 * MINUTE;
  const HOUR = 60 * MINUTE;
  const quiet = (quietHours: string) =>
    storage.local.set({ [SETTINGS]: { ...DEFAULT_SETTINGS, quietHours } });

  test("keep what a check has found until their end, if it still stands", async () => {
    await withUntold();
    await quiet(QUIET);
    await tell();
    vi.setSystemTime(END - 1);
    await tell();
    expect(shown()).toEqual([]);
    expect((await storedStatus()).outbox).toEqual(outbox);
    vi.setSystemTime(END);
    await tell();
    await tell();
    expect(shown()).toHaveLength(1);
    expect((await storedStatus()).outbox).toBeNull();
  });

  test("and tell nothing at their end of what has broken and recovered meanwhile", async () => {
    await withUntold([{ state: anAccountState() }], { notices: [{ ...notice, recovered: true }, notice] });
    await quiet(QUIET);
    await tell();
    expect((await storedStatus()).outbox).not.toBeNull();
    vi.setSystemTime(END);
    await tell();
    expect(shown()).toEqual([]);
    expect((await storedStatus()).outbox).toBeNull();
  });

  test("tell at their end of a recovery whose break was told before them", async () => {
    await withUntold([{ state: anAccountState() }], { notices: [{ ...notice, recovered: true }] });
    await quiet(QUIET);
    await tell();
    vi.setSystemTime(END);
    await tell();
    expect(shown().map(({ title }) => title)).toEqual(["A calendar is connected to Cal.com now"]);
  });

  test("tell at their end of a recovery whose break was told before them, whatever broke and recovered in between", async () => {
    const recovery = { ...notice, recovered: true };
    await withUntold([{ state: anAccountState() }], { notices: [recovery, notice, recovery] });
    await quiet(QUIET);
    vi.setSystemTime(END);
    await tell();
    await tell();
    expect(shown().map(({ title }) => title)).toEqual(["A calendar is connected to Cal.com now"]);
    expect((await storedStatus()).outbox).toBeNull();
  });

  test("tell at their end what is covered by something worse as soon as that is over", async () => {
    const covered = aFinding({
      kind: "destination-missing",
      subject: { type: "destination" },
      inhibited: true,
    });
    const { kind, subject, level } = covered;
    const untold = { kind, subject, level, recovered: false } as Notice;
    const [worse] = broken.findings;
    await withUntold([{ state: anAccountState({ findings: [worse, covered] as never }) }], {
      notices: [notice, untold],
    });
    await quiet(QUIET);
    vi.setSystemTime(END);
    await tell();
    await tell();
    expect(shown()).toHaveLength(1);
    const status = await storedStatus();
    expect(status.outbox?.notices).toEqual([untold]);
    const { state } = status;
    const findings = [{ ...covered, inhibited: false }];
    await storage.local.set({ [statusOf("a1")]: { ...status, state: { ...state, findings } } });
    await tell();
    await tell();
    expect(shown()).toHaveLength(2);
    expect((await storedStatus()).outbox).toBeNull();
  });

  test("of a weekend do so, too: what came in them is no older than their end", async () => {
    const untold = { notices: [{ ...notice, recovered: true }], automatic: [BACK] };
    await withUntold([{ state: anAccountState() }], untold);
    await quiet("wed,thu,fri 00:00-00:00");
    const end = Date.parse("2026-03-07T00:00+01:00");
    vi.setSystemTime(end + 24 * HOUR);
    await tell();
    expect(shown()).toHaveLength(1);
    await withUntold([{ state: anAccountState({ lastAttemptAt: end + 23 * HOUR }) }], untold);
    await quiet("wed,thu,fri 00:00-00:00");
    notifications.resetState();
    vi.setSystemTime(end + 24 * HOUR + 1);
    await tell();
    expect(shown()).toEqual([]);
    expect((await storedStatus()).outbox).toBeNull();
  });

  test("and a snooze: the later end of the two counts", async () => {
    const snoozed = (minutes: number) => ({ ...broken, snoozeUntil: NOW + minutes * MINUTE });
    await withUntold([{ state: snoozed(10) }]);
    await quiet(QUIET);
    vi.setSystemTime(NOW + 10 * MINUTE);
    await tell();
    expect(shown()).toEqual([]);
    await withUntold([{ state: snoozed(90) }]);
    vi.setSystemTime(END);
    await tell();
    expect(shown()).toEqual([]);
    vi.setSystemTime(NOW + 90 * MINUTE);
    await tell();
    expect(shown()).toHaveLength(1);
  });

  test("with notifications off keep nothing", async () => {
    await withUntold();
    await storage.local.set({
      [SETTINGS]: { ...DEFAULT_SETTINGS, notifications: false, quietHours: QUIET },
    });
    await tell();
    expect((await storedStatus()).outbox).toBeNull();
  });

  test("of an administrator count as well", async () => {
    await withUntold();
    const policy = { version: 1, policy: { quietHours: QUIET }, ignored: [] };
    await storage.local.set({ [POLICY]: policy });
    await tell();
    expect(shown()).toEqual([]);
  });
});
