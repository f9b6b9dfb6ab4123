import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { BACK, broken, outbox, shown, tell, withUntold } from "../../../tests/support/unit/outbox.ts";
import { anAccountState, MINUTE, NOW, storedStatus } from "../../../tests/support/unit/world.ts";
import type { AutomaticAct } from "../../core/model/automatic.ts";
import { type Outbox, type StatusRecord, statusOf } from "../../core/model/records.ts";
import { parseNotificationId } from "./notification-id.ts";

const { notifications, storage } = fakeBrowser;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

describe("what was put back by itself", () => {
  const nothingElse: Partial<Outbox> = { notices: [], automatic: [BACK] };

  test("is told once, and forgotten then", async () => {
    await withUntold([{ state: anAccountState() }], nothingElse);
    await tell();
    await tell();
    expect(shown().map(({ title }) => title)).toEqual(['Bookings go to "Work" again']);
    expect((await storedStatus()).outbox).toBeNull();
    const [id = ""] = Object.keys(await notifications.getAll());
    expect(parseNotificationId(id)).toMatchObject({ ref: null });
  });

  test("is told together with what a check has found", async () => {
    await withUntold([{ state: broken }], { automatic: [BACK] });
    await tell();
    expect(shown().map(({ message }) => message?.split("\n").at(-1))).toEqual([
      'Bookings go to "Work" again',
    ]);
  });

  test("is told for a day", async () => {
    await withUntold([{ state: anAccountState({ lastAttemptAt: NOW + MINUTE }) }], nothingElse);
    vi.setSystemTime(outbox.at + 24 * 60 * MINUTE + 1);
    await tell();
    expect(shown()).toEqual([]);
    expect((await storedStatus()).outbox).toBeNull();
  });

  test("is not lost to a clock that jumps, nor told by it", async () => {
    await withUntold([{ state: anAccountState({ lastAttemptAt: NOW }) }], nothingElse);
    vi.setSystemTime(NOW + 40 * 24 * 60 * MINUTE);
    await tell();
    expect(shown()).toEqual([]);
    vi.setSystemTime(NOW + MINUTE);
    await tell();
    expect(shown()).toHaveLength(1);
  });

  test("is not lost when more is put back while it is shown, and not told twice", async () => {
    await withUntold([{ state: anAccountState() }], nothingElse);
    const CLUB: AutomaticAct = { what: "calendar", name: "Club" };
    vi.spyOn(notifications, "create").mockImplementationOnce((async () => {
      const status = await storedStatus();
      const more: StatusRecord = { ...status, outbox: { at: NOW, notices: [], automatic: [BACK, CLUB] } };
      await storage.local.set({ [statusOf("a1")]: more });
    }) as never);
    await tell();
    expect((await storedStatus()).outbox).toEqual({ at: NOW, notices: [], automatic: [CLUB] });
  });
});
