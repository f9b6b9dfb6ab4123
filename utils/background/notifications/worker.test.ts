import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aroundWorker,
  eventually,
  fireAlarm,
  isStarted,
  startWorker,
  theAlarm,
} from "../../../tests/support/unit/worker.ts";
import {
  anAccountState,
  failedWith,
  goodAnswer,
  MINUTE,
  NOW,
  seed,
  stored,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import type { Observation } from "../../cal-api/observation.ts";
import { statusOf } from "../../core/model/records.ts";
import type { SettingsRecord } from "../../core/settings/records.ts";

const asked = vi.hoisted(() => vi.fn());
vi.mock("../../cal-api/client.ts", () => ({ fetchCalendars: asked }));

const { notifications, runtime, storage, tabs, windows } = fakeBrowser;
const REJECTED: Observation = { kind: "key-rejected", status: 401, rejection: "expired" };
const BROKEN = "The API key has expired";
const MENDED = "Cal.com accepts the API key again";

let created: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  aroundWorker();
  asked.mockReset().mockResolvedValue(goodAnswer());
  created = vi.spyOn(notifications, "create");
});

const titles = () => Object.values(notifications.getAllCreateOptions()).map(({ title }) => title);

/** One check, which ends before this does, with what it shows. */
async function check(answer: Observation): Promise<void> {
  const name = statusOf("a1");
  const { [name]: status } = await storage.local.get(name);
  await storage.local.set({ [name]: { ...(status as object), nextCheckAt: NOW } });
  const before = asked.mock.calls.length;
  asked.mockResolvedValueOnce(answer);
  await fireAlarm();
  await eventually(async () => {
    expect(asked.mock.calls.length).toBe(before + 1);
    const { nextCheckAt, outbox } = await storedStatus();
    expect(nextCheckAt).not.toBe(NOW);
    expect(outbox).toBeNull();
  });
}

async function watching(settings?: Partial<SettingsRecord>): Promise<void> {
  await seed([{ state: anAccountState() }], settings);
  await startWorker();
  await isStarted();
}

test("a break is told once, whatever is checked and started after it, and so is that it is over", async () => {
  await watching();
  await check(REJECTED);
  expect(titles()).toEqual([BROKEN]);
  await startWorker();
  await check(REJECTED);
  await startWorker();
  await isStarted();
  expect(created).toHaveBeenCalledTimes(1);
  vi.spyOn(Date, "now").mockReturnValue(NOW + 30 * MINUTE);
  await check(goodAnswer());
  await startWorker();
  await check(goodAnswer());
  expect(titles()).toEqual([BROKEN, MENDED]);
  expect(created).toHaveBeenCalledTimes(2);
});

test("losing the connection is not told, nor that it is back", async () => {
  await watching();
  await check(failedWith({ reason: "offline" }));
  for (const hours of [1, 2, 3]) {
    vi.spyOn(Date, "now").mockReturnValue(NOW + hours * 60 * MINUTE);
    await check(failedWith({ reason: "unreachable" }));
  }
  expect((await storedStatus()).state.findings.map(({ kind }) => kind)).toEqual(["unreachable"]);
  await check(goodAnswer());
  expect(created).not.toHaveBeenCalled();
});

test("with notifications off nothing is told, nor later when they are on", async () => {
  await watching({ notifications: false });
  await check(REJECTED);
  expect((await storedStatus()).outbox).toBeNull();
  const { settings } = (await stored()) as { settings: SettingsRecord };
  await storage.local.set({ settings: { ...settings, notifications: true } });
  await startWorker();
  await check(REJECTED);
  expect(created).not.toHaveBeenCalled();
});

test("a worker that ends while it shows one leaves it to the next, before that asks Cal.com anything", async () => {
  await watching();
  created.mockReturnValue(new Promise(() => {}));
  asked.mockResolvedValueOnce(REJECTED);
  const name = statusOf("a1");
  await storage.local.set({ [name]: { ...(await storedStatus()), nextCheckAt: NOW } });
  await fireAlarm();
  await eventually(() => expect(created).toHaveBeenCalledTimes(1));
  created.mockRestore();
  await startWorker();
  await eventually(() => expect(titles()).toEqual([BROKEN]));
  expect(asked).toHaveBeenCalledTimes(1);
});

describe("quiet hours", () => {
  // NOW is Wednesday, 14:05 in Berlin.
  const QUIET = { quietHours: "wed 14:00-15:00" };
  const END = NOW + 55 * MINUTE;

  /** A check after some minutes, as when the alarm goes off. What it has to tell waits. */
  async function checkAt(at: number, answer: Observation): Promise<void> {
    vi.spyOn(Date, "now").mockReturnValue(at);
    const name = statusOf("a1");
    await storage.local.set({ [name]: { ...(await storedStatus()), nextCheckAt: at } });
    const before = asked.mock.calls.length;
    asked.mockResolvedValueOnce(answer);
    await fireAlarm();
    await eventually(async () => {
      expect(asked.mock.calls.length).toBe(before + 1);
      expect((await storedStatus()).nextCheckAt).toBeGreaterThan(at);
    });
  }

  /** The alarm goes off at their end, without a check that is due. */
  async function atEnd(): Promise<void> {
    vi.spyOn(Date, "now").mockReturnValue(END);
    const { nextCheckAt } = await storedStatus();
    expect(nextCheckAt).toBeGreaterThan(END);
    await fireAlarm();
    await eventually(async () => expect((await storedStatus()).outbox).toBeNull());
  }

  test("end with one notification of what still holds, by an alarm of their own", async () => {
    await watching(QUIET);
    await checkAt(NOW + 40 * MINUTE, REJECTED);
    await eventually(async () => expect((await theAlarm())?.scheduledTime).toBe(END));
    expect(created).not.toHaveBeenCalled();
    await atEnd();
    expect(titles()).toEqual([BROKEN]);
    await startWorker();
    await isStarted();
    expect(created).toHaveBeenCalledTimes(1);
  });

  test("end without a word of what is over by then", async () => {
    await watching(QUIET);
    await checkAt(NOW + 30 * MINUTE, REJECTED);
    await checkAt(NOW + 40 * MINUTE, goodAnswer());
    await atEnd();
    expect(created).not.toHaveBeenCalled();
  });

  test("that end while the browser is closed are told of at its start", async () => {
    await watching(QUIET);
    await checkAt(NOW + 10 * MINUTE, REJECTED);
    vi.spyOn(Date, "now").mockReturnValue(END + 90 * MINUTE);
    await startWorker();
    await eventually(() => expect(titles()).toEqual([BROKEN]));
  });

  test("that are switched off let it be told at once", async () => {
    await watching(QUIET);
    await checkAt(NOW + 10 * MINUTE, REJECTED);
    expect(created).not.toHaveBeenCalled();
    const { changeSettings } = await import("../settings/change-settings.ts");
    await changeSettings({ quietHours: "" });
    await eventually(() => expect(titles()).toEqual([BROKEN]));
  });
});

test("a click that starts the worker opens the problem", async () => {
  vi.spyOn(runtime, "getContexts").mockImplementation((async () => []) as never);
  vi.spyOn(windows, "update").mockImplementation((async () => ({})) as never);
  const open = vi.spyOn(tabs, "create").mockImplementation((async () => ({ windowId: 1 })) as never);
  await watching();
  await check(REJECTED);
  const [id = ""] = Object.keys(notifications.getAllCreateOptions());
  await startWorker();
  await notifications.onClicked.trigger(id);
  await eventually(() => expect(open).toHaveBeenCalledTimes(1));
  expect(open.mock.calls[0]?.[0].url).toMatch(/\/popup\.html#problem=\w+$/);
  expect(titles()).toEqual([]);
});
