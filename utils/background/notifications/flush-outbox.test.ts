import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  broken,
  created,
  notice,
  outbox,
  shown,
  tell,
  withUntold,
} from "../../../tests/support/unit/outbox.ts";
import {
  aFinding,
  anAccountState,
  MINUTE,
  NOW,
  seed,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { appendToOutbox } from "../../core/findings/outbox.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import { type Outbox, SETTINGS, type StatusRecord, statusOf } from "../../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";
import { parseNotificationId } from "./notification-id.ts";

const { notifications, storage } = fakeBrowser;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

test("what a check has found is shown once, and forgotten then", async () => {
  const create = created();
  await withUntold();
  await tell();
  await tell();
  expect(create).toHaveBeenCalledTimes(1);
  expect(shown()).toEqual([
    {
      type: "basic",
      iconUrl: "chrome-extension://test-extension-id/icon/128.png",
      title: "No calendar is connected to Cal.com",
      message:
        "Nothing is checked for conflicts, so double bookings go through, and bookings are added to no calendar.",
    },
  ]);
  expect(await storedStatus()).toMatchObject({ state: broken, outbox: null });
});

test("its name says which check of which account it is about", async () => {
  await withUntold();
  await tell();
  const [id = ""] = Object.keys(await notifications.getAll());
  expect(parseNotificationId(id)).toMatchObject({ accountId: "a1", at: outbox.at });
});

describe("by a clock that has jumped", () => {
  const HOUR = 60 * MINUTE;
  const quiet: Partial<AccountState>[] = [
    { snoozeUntil: NOW + HOUR },
    { snoozed: [{ kind: notice.kind, subject: notice.subject, until: NOW + HOUR }] },
  ];

  test.each(quiet)("no snooze is over: %j", async (change) => {
    await withUntold([{ state: { ...broken, lastAttemptAt: NOW, ...change } }]);
    vi.setSystemTime(NOW + 40 * 24 * HOUR);
    await tell();
    expect(shown()).toEqual([]);
    vi.setSystemTime(NOW + HOUR);
    await tell();
    expect(shown()).toHaveLength(1);
  });
});

test("an empty outbox shows nothing and writes nothing", async () => {
  await seed([{ state: broken }]);
  const [create, set] = [created(), vi.spyOn(storage.local, "set")];
  await tell();
  expect(create).not.toHaveBeenCalled();
  expect(set).not.toHaveBeenCalled();
});

test("a worker that ended before it was shown leaves it to the next one", async () => {
  await withUntold();
  vi.spyOn(notifications, "create").mockReturnValueOnce(new Promise(() => {}) as never);
  void tell();
  await vi.waitFor(() => expect(notifications.create).toHaveBeenCalledTimes(1));
  await tell();
  expect(shown()).toHaveLength(1);
});

test("a worker that ended after it was shown, before that was stored, has it shown no second time", async () => {
  await withUntold();
  await tell();
  await withUntold();
  const create = created();
  await tell();
  expect(create).not.toHaveBeenCalled();
  expect((await storedStatus()).outbox).toBeNull();
});

test("nor when less of it is left to tell by then", async () => {
  const other: Notice = { ...notice, kind: "destination-missing", subject: { type: "destination" } };
  const both: AccountState = anAccountState({
    findings: [aFinding({ kind: "no-connections" }), aFinding({ kind: other.kind, subject: other.subject })],
  });
  await withUntold([{ state: both }], { notices: [other, notice], automatic: [] });
  await tell();
  await withUntold([{ state: broken }], { notices: [other, notice], automatic: [] });
  await tell();
  expect(shown()).toHaveLength(1);
});

test("after a restart of the browser it has the same name, so that it takes the place of the one before", async () => {
  await withUntold();
  await tell();
  const before = Object.keys(await notifications.getAll());
  notifications.resetState();
  await withUntold();
  await tell();
  expect(Object.keys(await notifications.getAll())).toEqual(before);
});

test("while it can't be stored that it was shown, it is shown once, though the person closes it", async () => {
  await withUntold();
  vi.resetModules();
  const { flushOutbox } = await import("./flush-outbox.ts");
  const create = created();
  vi.spyOn(console, "error").mockImplementation(() => {});
  const set = vi.spyOn(storage.local, "set").mockRejectedValue(new Error("disk full"));
  await flushOutbox();
  notifications.resetState();
  await flushOutbox();
  set.mockRestore();
  await flushOutbox();
  expect(create).toHaveBeenCalledTimes(1);
  expect((await storedStatus()).outbox).toBeNull();
});

test("what a browser could not show is shown the next time", async () => {
  await withUntold();
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(notifications, "create").mockRejectedValueOnce(new Error("no icon"));
  await tell();
  expect(said).toHaveBeenCalledWith("A notification could not be shown: Error: no icon");
  expect((await storedStatus()).outbox).toEqual(outbox);
  await tell();
  expect(shown()).toHaveLength(1);
});

test("a browser that does not answer is not waited for beyond five seconds, and asked again then", async () => {
  await withUntold();
  vi.resetModules();
  const { flushOutbox } = await import("./flush-outbox.ts");
  vi.spyOn(console, "error").mockImplementation(() => {});
  const create = created().mockReturnValueOnce(new Promise(() => {}) as never);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const first = flushOutbox();
  await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
  await vi.advanceTimersByTimeAsync(5_000);
  await first;
  expect(await storedStatus()).toMatchObject({ outbox });
  await flushOutbox();
  expect(shown()).toHaveLength(1);
});

test("with notifications off it is dropped, and not told when they are on again", async () => {
  await withUntold();
  await storage.local.set({ [SETTINGS]: { ...DEFAULT_SETTINGS, notifications: false } });
  await tell();
  expect((await storedStatus()).outbox).toBeNull();
  await storage.local.set({ [SETTINGS]: DEFAULT_SETTINGS });
  await tell();
  expect(shown()).toEqual([]);
});

test.each([
  ["stands no longer", anAccountState(), [notice]],
  ["broke and recovered before it was told", anAccountState(), [{ ...notice, recovered: true }, notice]],
])("what %s is dropped", async (_, state, notices) => {
  await withUntold([{ state }], { notices });
  await tell();
  expect(shown()).toEqual([]);
  expect((await storedStatus()).outbox).toBeNull();
});

test("what is snoozed is told after that, if it still stands", async () => {
  await withUntold([{ state: { ...broken, snoozeUntil: NOW + MINUTE } }]);
  await tell();
  expect(shown()).toEqual([]);
  expect((await storedStatus()).outbox).toEqual(outbox);
  vi.setSystemTime(NOW + MINUTE);
  await tell();
  expect(shown()).toHaveLength(1);
});

test("what is snoozed with notifications off is dropped", async () => {
  await withUntold([{ state: { ...broken, snoozeUntil: NOW + MINUTE } }]);
  await storage.local.set({ [SETTINGS]: { ...DEFAULT_SETTINGS, notifications: false } });
  await tell();
  expect((await storedStatus()).outbox).toBeNull();
});

test("each account has its own, with its name, and one that fails does not keep the others from theirs", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(notifications, "create").mockRejectedValueOnce(new Error("no icon"));
  const of = (id: string, label: string) => ({ account: { id, label }, state: broken });
  await withUntold([of("a1", "Work"), of("a2", "Clinic"), of("a3", "Club")]);
  await tell();
  expect(shown().map(({ message }) => message?.split("\n")[0])).toEqual(["Clinic", "Club"]);
});

describe("a check that ends while it is shown", () => {
  const news: Notice = { ...notice, kind: "destination-missing", subject: { type: "destination" } };
  const recovery: Notice = { ...notice, recovered: true };

  /** What is in the outbox after both. */
  async function untoldAfterCheck(notify: Notice[]): Promise<Outbox | null> {
    await withUntold();
    vi.spyOn(notifications, "create").mockImplementationOnce((async () => {
      const status = await storedStatus();
      const both: StatusRecord = { ...status, outbox: appendToOutbox(status.outbox, notify, NOW) };
      await storage.local.set({ [statusOf("a1")]: both });
    }) as never);
    await tell();
    return (await storedStatus()).outbox;
  }

  test("keeps what it has to tell itself, without what is being shown", async () => {
    expect(await untoldAfterCheck([news])).toEqual({ at: NOW, notices: [news], automatic: [] });
  });

  test("has its recovery told, as the break was", async () => {
    expect(await untoldAfterCheck([recovery])).toEqual({ at: NOW, notices: [recovery], automatic: [] });
    await storage.local.set({ [statusOf("a1")]: { ...(await storedStatus()), state: anAccountState() } });
    await tell();
    expect(shown().at(-1)?.title).toBe("A calendar is connected to Cal.com now");
  });

  test("and finds the same, worse, has that told", async () => {
    const worse: Notice = { ...notice, level: "warning" };
    expect(await untoldAfterCheck([worse])).toEqual({ at: NOW, notices: [worse], automatic: [] });
  });

  test("has nothing left when it found the same", async () => {
    expect(await untoldAfterCheck([notice])).toBeNull();
  });
});

test("two tellings at once show it once", async () => {
  await withUntold();
  vi.resetModules();
  const { flushOutbox } = await import("./flush-outbox.ts");
  const create = created();
  await Promise.all([flushOutbox(), flushOutbox()]);
  expect(create).toHaveBeenCalledTimes(1);
});

test("records of a later version are left alone", async () => {
  await seed([{}]);
  const newer = { version: 99, outbox };
  await storage.local.set({ [statusOf("a1")]: newer });
  await tell();
  expect(shown()).toEqual([]);
  expect(await storedStatus()).toEqual(newer);
});
