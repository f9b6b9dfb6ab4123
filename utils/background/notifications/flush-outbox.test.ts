import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aFinding,
  anAccountState,
  MINUTE,
  NOW,
  type Seed,
  seed,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { appendToOutbox } from "../../core/findings/outbox.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import {
  type AutomaticAct,
  type Outbox,
  POLICY,
  SETTINGS,
  type StatusRecord,
  statusOf,
} from "../../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";
import { parseNotificationId } from "./notification-id.ts";

const { notifications, storage } = fakeBrowser;

const notice: Notice = {
  kind: "no-connections",
  subject: { type: "account" },
  level: "error",
  recovered: false,
};
const broken = anAccountState({ findings: [aFinding({ kind: "no-connections" })] });
const BACK: AutomaticAct = { what: "destination", name: "Work" };
const outbox: Outbox = { at: NOW - 1000, notices: [notice], automatic: [] };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

/** A worker that remembers nothing. */
async function tell(): Promise<void> {
  vi.resetModules();
  await (await import("./flush-outbox.ts")).flushOutbox();
}

async function withUntold(seeds: Seed[] = [{ state: broken }], change: Partial<Outbox> = {}) {
  await seed(seeds);
  for (const { account } of seeds) {
    const name = statusOf(account?.id ?? "a1");
    const { [name]: status } = await storage.local.get(name);
    await storage.local.set({ [name]: { ...(status as object), outbox: { ...outbox, ...change } } });
  }
}

const shown = () => Object.values(notifications.getAllCreateOptions());
const created = () => vi.spyOn(notifications, "create");

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

  test("of a weekend do so, too: what came in them is no older than their end", async () => {
    const untold = { notices: [{ ...notice, recovered: true }], automatic: [BACK] };
    await withUntold([{ state: anAccountState() }], untold);
    await quiet("wed,thu,fri 00:00-00:00");
    const end = Date.parse("2026-03-07T00:00+01:00");
    vi.setSystemTime(end + 24 * HOUR);
    await tell();
    expect(shown()).toHaveLength(1);
    await withUntold([{ state: anAccountState() }], untold);
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
    await withUntold([{ state: anAccountState() }], nothingElse);
    vi.setSystemTime(outbox.at + 24 * 60 * MINUTE + 1);
    await tell();
    expect(shown()).toEqual([]);
    expect((await storedStatus()).outbox).toBeNull();
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

  test("Firefox, which would show nothing then, is not asked for it", async () => {
    vi.stubEnv("FIREFOX", "true");
    await tellKeeping(true, broken, notice);
    expect(shown()).toHaveLength(1);
    expect(Object.keys(shown()[0] ?? {})).not.toContain("requireInteraction");
  });
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
