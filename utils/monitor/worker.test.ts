import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aFinding,
  allowHosts,
  aMemory,
  failedWith,
  goodAnswer,
  MINUTE,
  NOW,
  seed,
} from "../../tests/unit/world.ts";
import type { DoneReply } from "../messages/message.ts";
import { CHECK_ALARM } from "./alarm.ts";

const asked = vi.hoisted(() => vi.fn());
vi.mock("../cal-api/client.ts", () => ({ fetchCalendars: asked }));

const { action, alarms, permissions, runtime, storage } = fakeBrowser;
let online: () => void = () => {};
let grant: () => void = () => {};
let lock: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  allowHosts();
  asked.mockReset().mockResolvedValue(goodAnswer(3));
  const addEventListener = (type: string, then: () => void) => {
    if (type === "online") online = then;
  };
  vi.stubGlobal("self", { addEventListener });
  vi.spyOn(permissions.onAdded, "addListener").mockImplementation((then) => {
    grant = then as () => void;
  });
  vi.spyOn(permissions.onRemoved, "addListener").mockImplementation(() => {});
  lock = vi.spyOn(storage.local, "setAccessLevel").mockImplementation((async () => {}) as never);
});

/** A worker that remembers nothing of the one before, which the browser has ended. */
async function startWorker(): Promise<void> {
  for (const event of [
    alarms.onAlarm,
    runtime.onStartup,
    runtime.onInstalled,
    runtime.onMessage,
    storage.onChanged,
  ]) {
    event.removeAllListeners();
  }
  vi.resetModules();
  const { default: background } = await import("../../entrypoints/background.ts");
  background.main();
}

const alarm = () => alarms.onAlarm.trigger({ name: CHECK_ALARM, scheduledTime: NOW } as never);
const theAlarm = () => alarms.get(CHECK_ALARM);

const broken = aMemory({ findings: [aFinding({ kind: "no-connections" })] });
const badge = () => action.getBadgeText({});

describe("at every start of the worker", () => {
  test("badge and tooltip are drawn from what is stored, and Cal.com is not asked", async () => {
    await seed([{ memory: broken }]);
    await startWorker();
    await vi.waitFor(async () => expect(await badge()).toBe("1"));
    await vi.waitFor(async () => expect(await theAlarm()).toBeDefined());
    expect(asked).not.toHaveBeenCalled();
  });

  test("every listener is registered before anything is awaited", async () => {
    await startWorker();
    const events = [
      alarms.onAlarm,
      runtime.onStartup,
      runtime.onInstalled,
      runtime.onMessage,
      storage.onChanged,
    ];
    expect(events.map((event) => event.hasListeners())).toEqual(events.map(() => true));
    expect(permissions.onAdded.addListener).toHaveBeenCalled();
    expect(permissions.onRemoved.addListener).toHaveBeenCalled();
  });

  test("damaged records are put out of the way", async () => {
    await storage.local.set({ settings: "nonsense" });
    await startWorker();
    await vi.waitFor(async () =>
      expect(await storage.local.get(null)).toHaveProperty(`damaged:settings:${NOW}`),
    );
  });

  test("the store is locked where a browser can do that", async () => {
    await startWorker();
    await vi.waitFor(() => expect(lock).toHaveBeenCalledWith({ accessLevel: "TRUSTED_CONTEXTS" }));
  });

  test("one part that fails does not keep the others from being done", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await seed([{}]);
    vi.spyOn(action, "setTitle").mockRejectedValue(new Error("no window"));
    await startWorker();
    await vi.waitFor(async () => expect(await theAlarm()).toBeDefined());
  });
});

describe("what happens", () => {
  test("at the alarm, due accounts are checked, and the alarm is set for the next time", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    await seed([{ nextCheckAt: NOW }]);
    await startWorker();
    await alarm();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
    await vi.waitFor(async () => {
      const { scheduledTime = 0 } = (await theAlarm()) ?? {};
      expect(scheduledTime).toBeGreaterThanOrEqual(NOW + 30 * MINUTE);
    });
  });

  test("at the alarm of a worker that was ended in the middle of a request, the account is checked again", async () => {
    await seed([{ nextCheckAt: NOW }]);
    asked.mockReturnValueOnce(new Promise(() => {}));
    await startWorker();
    await alarm();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));

    await startWorker();
    await vi.waitFor(async () => expect(await theAlarm()).toMatchObject({ periodInMinutes: 1 }));
    await alarm();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  });

  test("another alarm is nobody's business", async () => {
    await seed([{ nextCheckAt: NOW }]);
    await startWorker();
    await alarms.onAlarm.trigger({ name: "other" } as never);
    await vi.waitFor(async () => expect(await theAlarm()).toBeDefined());
    expect(asked).not.toHaveBeenCalled();
  });

  test("at the browser's start accounts are checked though they are not due", async () => {
    await seed([{}]);
    await startWorker();
    await runtime.onStartup.trigger();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test("installing opens the options page, an update does not", async () => {
    const open = vi.spyOn(runtime, "openOptionsPage").mockImplementation((async () => {}) as never);
    await startWorker();
    await runtime.onInstalled.trigger({ reason: "update" } as never);
    await runtime.onInstalled.trigger({ reason: "install" } as never);
    await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(1));
  });

  test("an update checks what was not checked for five minutes", async () => {
    await seed([{}]);
    await startWorker();
    await runtime.onInstalled.trigger({ reason: "update" } as never);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test("when the network is back, accounts that failed are checked", async () => {
    await seed([{ memory: aMemory({ failures: 1, lastFailure: { reason: "unreachable" } }) }]);
    await startWorker();
    online();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test("when a permission is granted, the account that waited for it is checked", async () => {
    await seed([{ memory: aMemory({ failures: 1, lastFailure: { reason: "no-permission" } }) }]);
    await startWorker();
    grant();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test("whatever changes in the store is drawn", async () => {
    await seed([{}]);
    await startWorker();
    await vi.waitFor(async () => expect(await action.getTitle({})).not.toBe(""));
    expect(await badge()).toBe("");
    await seed([{ memory: broken }]);
    await vi.waitFor(async () => expect(await badge()).toBe("1"));
  });

  test("a check that fails is drawn with what was last good", async () => {
    await seed([{ memory: broken, nextCheckAt: NOW }]);
    asked.mockResolvedValue(failedWith({ reason: "timed-out" }));
    await startWorker();
    await alarm();
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    expect(await badge()).toBe("1");
  });
});

describe("what a page may ask for", () => {
  const page = { id: runtime.id, url: runtime.getURL("/popup.html") };

  async function ask(message: object): Promise<DoneReply> {
    const respond = vi.fn();
    await runtime.onMessage.trigger(message, page, respond);
    await vi.waitFor(() => expect(respond).toHaveBeenCalled());
    return respond.mock.calls[0]?.[0];
  }

  test("that it was opened checks what is older than five minutes, and is answered after that", async () => {
    await seed([{}]);
    await startWorker();
    expect(await ask({ type: "popup-opened" })).toEqual({ ok: true });
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await ask({ type: "popup-opened" })).toEqual({ ok: true });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test("repair puts damaged records out of the way", async () => {
    await startWorker();
    await storage.local.set({ settings: "nonsense" });
    expect(await ask({ type: "repair" })).toEqual({ ok: true });
    expect(await storage.local.get(null)).toHaveProperty(`damaged:settings:${NOW}`);
  });

  test("a check, a setting, a removal", async () => {
    vi.spyOn(permissions, "remove").mockImplementation((async () => true) as never);
    await seed([{}]);
    await startWorker();
    expect(await ask({ type: "check-now" })).toEqual({ ok: true });
    expect(await ask({ type: "check-now" })).toMatchObject({ ok: false, tooSoon: {} });
    expect(await ask({ type: "change-settings", change: { intervalMinutes: 60 } })).toEqual({ ok: true });
    expect(await ask({ type: "remove-account", accountId: "a1" })).toEqual({ ok: true });
    await vi.waitFor(async () => expect(await action.getTitle({})).toMatch(/connect/));
    await vi.waitFor(async () => expect(await theAlarm()).toBeUndefined());
  });
});
