import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aroundWorker,
  eventually,
  isStarted,
  listensToAll,
  type OtherEvents,
  startWorker,
  theAlarm,
} from "../../tests/support/unit/worker.ts";
import { aFinding, anAccountState, goodAnswer, NOW, seed } from "../../tests/support/unit/world.ts";
import { exportText } from "../core/settings/file.ts";
import { DEFAULT_SETTINGS } from "../core/settings/records.ts";
import type { DoneReply } from "../messaging/replies.ts";

const asked = vi.hoisted(() => vi.fn());
vi.mock("../cal-api/client.ts", () => ({ fetchCalendars: asked }));

const { action, notifications, permissions, runtime, storage } = fakeBrowser;
let events: OtherEvents;

beforeEach(() => {
  events = aroundWorker();
  asked.mockReset().mockResolvedValue(goodAnswer(3));
});

const broken = anAccountState({ findings: [aFinding({ kind: "no-connections" })] });
const policy = (intervalMinutes: number) => ({ policy: { policy: { intervalMinutes } } });
const page = { id: runtime.id, url: runtime.getURL("/popup.html") };
const badge = () => action.getBadgeText({});

describe("at every start of the worker", () => {
  test("badge and tooltip are drawn from what is stored, and Cal.com is not asked", async () => {
    await seed([{ state: broken }]);
    await startWorker();
    await eventually(async () => expect(await badge()).toBe("1"));
    await isStarted();
    expect(asked).not.toHaveBeenCalled();
  });

  test("every listener is registered before anything is awaited", async () => {
    await startWorker();
    expect(listensToAll()).toBe(true);
    expect(permissions.onAdded.addListener).toHaveBeenCalled();
    expect(permissions.onRemoved.addListener).toHaveBeenCalled();
  });

  test("damaged records are put out of the way", async () => {
    await storage.local.set({ settings: "nonsense" });
    await startWorker();
    await eventually(async () =>
      expect(await storage.local.get(null)).toHaveProperty(`damaged:settings:${NOW}`),
    );
  });

  test("what an administrator has set is in force, and a change of it at once", async () => {
    const managed = vi.spyOn(storage.managed, "get").mockResolvedValue({ intervalMinutes: 10 } as never);
    await startWorker();
    await eventually(async () => expect(await storage.local.get("policy")).toMatchObject(policy(10)));
    managed.mockResolvedValue({ intervalMinutes: 240 } as never);
    await storage.onChanged.trigger({ intervalMinutes: { oldValue: 10, newValue: 240 } }, "managed");
    await eventually(async () => expect(await storage.local.get("policy")).toMatchObject(policy(240)));
  });

  test("the store is locked where a browser can do that", async () => {
    await startWorker();
    await eventually(() => expect(events.lock).toHaveBeenCalledWith({ accessLevel: "TRUSTED_CONTEXTS" }));
  });

  test("a browser that does not answer when it is to show a notification keeps nothing else from being done", async () => {
    const notice = { kind: "no-connections", subject: { type: "account" }, level: "error", recovered: false };
    await seed([{ state: broken }]);
    const { "status:a1": status } = await storage.local.get("status:a1");
    await storage.local.set({
      "status:a1": { ...(status as object), outbox: { at: NOW, notices: [notice], automatic: [] } },
    });
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const create = vi.spyOn(notifications, "create").mockReturnValue(new Promise(() => {}) as never);
    await startWorker();
    await eventually(() => expect(create).toHaveBeenCalled());
    expect(await theAlarm()).toBeDefined();
    const respond = vi.fn();
    await runtime.onMessage.trigger({ type: "check-now" }, page, respond);
    await eventually(() => expect(respond).toHaveBeenCalledWith({ ok: true }));
    // Nor has it waited until that was given up.
    expect(said).not.toHaveBeenCalledWith(expect.stringContaining("notification"));
  });

  test("one part that fails does not keep the others from being done", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await seed([{}]);
    vi.spyOn(action, "setTitle").mockRejectedValue(new Error("no window"));
    await startWorker();
    await eventually(async () => expect(await theAlarm()).toBeDefined());
  });
});

describe("what a page may ask for", () => {
  async function ask(message: object): Promise<DoneReply> {
    const respond = vi.fn();
    await runtime.onMessage.trigger(message, page, respond);
    await eventually(() => expect(respond).toHaveBeenCalled());
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

  test.each(["popup-opened", "options-opened"])(
    "%s looks up a policy that the browser did not know when the worker started, and did not tell of",
    async (type) => {
      const managed = vi.spyOn(storage.managed, "get").mockResolvedValue({} as never);
      await startWorker();
      await eventually(async () => expect(await storage.local.get(null)).toHaveProperty("screen"));
      await eventually(() => expect(managed).toHaveBeenCalled());
      managed.mockResolvedValue({ intervalMinutes: 10 } as never);
      expect(await ask({ type })).toEqual({ ok: true });
      await eventually(async () =>
        expect(await storage.local.get("policy")).toMatchObject({
          policy: { policy: { intervalMinutes: 10 } },
        }),
      );
    },
  );

  test("repair puts damaged records out of the way", async () => {
    await startWorker();
    await storage.local.set({ settings: "nonsense" });
    expect(await ask({ type: "repair" })).toEqual({ ok: true });
    expect(await storage.local.get(null)).toHaveProperty(`damaged:settings:${NOW}`);
  });

  test("a damaged policy is looked up again by repair, as there is nothing to save it from", async () => {
    vi.spyOn(storage.managed, "get").mockResolvedValue({ intervalMinutes: 10 } as never);
    await startWorker();
    await eventually(async () => expect(await storage.local.get("policy")).toMatchObject(policy(10)));
    await storage.local.set({ policy: "nonsense" });
    expect(await ask({ type: "repair" })).toEqual({ ok: true });
    await eventually(async () => expect(await storage.local.get("policy")).toMatchObject(policy(10)));
  });

  test("a page that waits for repair does not wait for a policy that Chrome is slow to tell", async () => {
    vi.spyOn(storage.managed, "get").mockReturnValue(new Promise(() => {}) as never);
    await startWorker();
    await storage.local.set({ settings: "nonsense" });
    expect(await ask({ type: "repair" })).toEqual({ ok: true });
    expect(await storage.local.get(null)).toHaveProperty(`damaged:settings:${NOW}`);
  });

  test("another name, another place, settings from a file", async () => {
    await seed([{}, { account: { id: "a2" } }]);
    await startWorker();
    expect(await ask({ type: "rename-account", accountId: "a1", label: "Work" })).toEqual({ ok: true });
    expect(await ask({ type: "move-account", accountId: "a1", by: 1 })).toEqual({ ok: true });
    const text = exportText({ ...DEFAULT_SETTINGS, appearance: "dark" });
    expect(await ask({ type: "import-settings", text })).toEqual({ ok: true, kept: [] });
    expect(await storage.local.get(["accounts", "settings"])).toMatchObject({
      accounts: { accounts: [{ id: "a2" }, { id: "a1", label: "Work" }] },
      settings: { appearance: "dark" },
    });
  });

  test("a check, a setting, a removal", async () => {
    vi.spyOn(permissions, "remove").mockImplementation((async () => true) as never);
    await seed([{}]);
    await startWorker();
    expect(await ask({ type: "check-now" })).toEqual({ ok: true });
    expect(await ask({ type: "change-settings", change: { intervalMinutes: 60 } })).toEqual({ ok: true });
    expect(await ask({ type: "remove-account", accountId: "a1" })).toEqual({ ok: true });
    await eventually(async () => expect(await action.getTitle({})).toMatch(/connect/));
    await eventually(async () => expect(await theAlarm()).toBeUndefined());
  });
});
