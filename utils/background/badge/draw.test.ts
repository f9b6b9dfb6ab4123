import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { deferred } from "../../../tests/support/unit/deferred.ts";
import { aFinding, anAccountState, NOW, seed } from "../../../tests/support/unit/world.ts";
import { draw } from "./draw.ts";

const { action, storage } = fakeBrowser;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

const broken = anAccountState({ findings: [aFinding({ kind: "no-connections" })] });

test("icon, badge, colours and tooltip come from what is stored", async () => {
  await seed([{ state: broken }]);
  await draw();
  expect(action.setIcon).toHaveBeenLastCalledWith({
    path: {
      16: "/toolbar/attention-16.png",
      32: "/toolbar/attention-32.png",
      48: "/toolbar/attention-48.png",
    },
  });
  expect(await action.getBadgeText({})).toBe("1");
  expect(await action.getBadgeBackgroundColor({})).toEqual([0xb3, 0x26, 0x1e, 255]);
  expect(await action.getBadgeTextColor({})).toBe("#ffffff");
  expect(await action.getTitle({})).toBe("1 problem with your calendars. Last checked at 13:55.");
});

test("an account whose key was forgotten with the session is drawn as unknown before any check", async () => {
  await seed([{ account: { keyIn: "session" }, key: null }]);
  await draw();
  expect(await action.getBadgeText({})).toBe("?");
});

test("an account whose state a later version wrote is drawn as unknown", async () => {
  await seed([{}]);
  await storage.local.set({ "status:a1": { version: 99 } });
  await draw();
  expect(await action.getBadgeText({})).toBe("?");
});

test("what is quiet is so by a clock that has jumped, too", async () => {
  const day = 24 * 3_600_000;
  await seed([{ state: { ...broken, lastAttemptAt: NOW, snoozeUntil: NOW + 3_600_000 } }]);
  for (const jump of [40 * day, -365 * day]) {
    vi.setSystemTime(NOW + jump);
    await draw();
    expect(await action.getBadgeText({})).toBe("");
  }
  vi.setSystemTime(NOW + 3_600_000);
  await draw();
  expect(await action.getBadgeText({})).toBe("1");
});

test("the usual icon is back once all is well", async () => {
  await seed([{ state: broken }]);
  await draw();
  await seed([{}]);
  await draw();
  expect(action.setIcon).toHaveBeenLastCalledWith({
    path: { 16: "/icon/16.png", 32: "/icon/32.png", 48: "/icon/48.png" },
  });
});

test("a damaged state does not keep the rest from being drawn", async () => {
  await seed([{ account: { id: "a0" } }, { state: broken }]);
  await storage.local.set({ "status:a0": "nonsense" });
  await draw();
  expect(await action.getBadgeText({})).toBe("1");
});

test("an account whose last check could not be stored is drawn as unknown, one that was removed is not", async () => {
  await seed([{}, { account: { id: "a2" }, state: broken }]);
  await storage.session.set({ unstored: ["gone"] });
  await draw();
  expect(await action.getBadgeText({})).toBe("1");
  await storage.session.set({ unstored: ["gone", "a2"] });
  await draw();
  expect(await action.getBadgeText({})).toBe("?");
  await storage.session.set({ unstored: ["a1"] });
  await draw();
  expect(await action.getBadgeText({})).toBe("1");
});

test("drawings that overlap end with the latest store, and those that wait are one", async () => {
  await seed([{ state: broken }]);
  const gate = deferred<void>();
  const setBadgeText = vi.spyOn(action, "setBadgeText").mockImplementationOnce(() => gate.promise);
  const first = draw();
  await vi.waitFor(() => expect(setBadgeText).toHaveBeenCalledTimes(1));
  await storage.local.clear();
  const [second, third] = [draw(), draw()];
  expect(third).toBe(second);
  gate.resolve();
  await Promise.all([first, second, third]);
  expect(setBadgeText).toHaveBeenCalledTimes(2);
  expect(setBadgeText).toHaveBeenLastCalledWith({ text: "" });
});

test("a drawing that fails does not stop the next one", async () => {
  vi.spyOn(action, "setTitle").mockRejectedValueOnce(new Error("no window"));
  await expect(draw()).rejects.toThrow("no window");
  await draw();
  expect(await action.getTitle({})).toMatch(/connect/);
});
