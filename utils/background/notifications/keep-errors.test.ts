import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { broken, notice, shown, tell, withUntold } from "../../../tests/support/unit/outbox.ts";
import { aFinding, anAccountState, MINUTE, NOW, seed } from "../../../tests/support/unit/world.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import { SETTINGS } from "../../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";

const { notifications, storage } = fakeBrowser;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

describe("errors that are to stay on the screen", () => {
  const warning: Notice = { ...notice, kind: "nothing-selected", level: "warning" };
  const warned = anAccountState({ findings: [aFinding({ kind: "nothing-selected", level: "warning" })] });
  beforeEach(() => {
    vi.stubEnv("FIREFOX", "");
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const stays = () => shown().map((options) => (options as { requireInteraction?: true }).requireInteraction);

  async function tellKeeping(keepErrors: boolean, state: AccountState, ...notices: Notice[]) {
    await withUntold([{ state }], { notices });
    await storage.local.set({ [SETTINGS]: { ...DEFAULT_SETTINGS, keepErrors } });
    await tell();
  }

  test("do so until they are dismissed", async () => {
    await tellKeeping(true, broken, notice);
    expect(stays()).toEqual([true]);
  });

  test("do not where nobody wants that", async () => {
    await tellKeeping(false, broken, notice);
    expect(stays()).toEqual([undefined]);
  });

  test.each([
    ["a warning", warned, warning],
    ["that an error is over", anAccountState(), { ...notice, recovered: true }],
  ])("%s goes by itself", async (_, state, told) => {
    await tellKeeping(true, state, told);
    expect(stays()).toEqual([undefined]);
  });

  test("go when it is told that nothing is wrong any more, and stay while something is", async () => {
    const other = aFinding({ kind: "destination-missing", subject: { type: "destination" } });
    const recovery = { ...notice, recovered: true };
    for (const [state, left] of [
      [anAccountState({ findings: [other] }), 2],
      [anAccountState(), 1],
    ] as const) {
      notifications.resetState();
      await tellKeeping(true, broken, notice);
      await withUntold([{ state }], { at: NOW, notices: [recovery] });
      await storage.local.set({ [SETTINGS]: { ...DEFAULT_SETTINGS, keepErrors: true } });
      await tell();
      expect(Object.keys(await notifications.getAll())).toHaveLength(left);
    }
  });

  test.each([
    ["in a snooze", { snoozeUntil: NOW + MINUTE }, true],
    ["mended from here, which is no news", {}, true],
    ["where nobody wants that, it stays as any other", {}, false],
  ])("one goes when what it told is over and that is not told: %s", async (_, change, keepErrors) => {
    await tellKeeping(keepErrors, broken, notice);
    await seed([{ state: anAccountState(change) }], { keepErrors });
    await tell();
    expect(shown()).toHaveLength(keepErrors ? 0 : 1);
  });

  test("what stands stays: a warning, and an error that was marked as expected goes", async () => {
    await tellKeeping(true, warned, warning);
    await tell();
    expect(shown()).toHaveLength(1);
    notifications.resetState();
    await tellKeeping(true, broken, notice);
    const findings = broken.findings.map((finding) => ({ ...finding, acknowledged: true }));
    await seed([{ state: anAccountState({ findings }) }], { keepErrors: true });
    await tell();
    expect(shown()).toEqual([]);
  });

  test("Firefox, which would show nothing then, is not asked for it", async () => {
    vi.stubEnv("FIREFOX", "true");
    await tellKeeping(true, broken, notice);
    expect(shown()).toHaveLength(1);
    expect(Object.keys(shown()[0] ?? {})).not.toContain("requireInteraction");
  });
});
