import { afterEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { areNotificationsBlocked } from "./notifications-blocked.ts";

afterEach(() => vi.unstubAllEnvs());

function tell(level: () => Promise<string>): void {
  Object.assign(fakeBrowser.notifications, { getPermissionLevel: level });
}

test("notifications are blocked when the browser says so, and only then", async () => {
  // In tests it is a text, of which only the empty one is false.
  vi.stubEnv("FIREFOX", "");
  tell(() => Promise.resolve("denied"));
  expect(await areNotificationsBlocked()).toBe(true);
  tell(() => Promise.resolve("granted"));
  expect(await areNotificationsBlocked()).toBe(false);
  tell(() => Promise.reject(new Error("not here")));
  expect(await areNotificationsBlocked()).toBe(false);
});

test("Firefox does not tell, and is not asked", async () => {
  vi.stubEnv("FIREFOX", "true");
  tell(() => Promise.resolve("denied"));
  expect(await areNotificationsBlocked()).toBe(false);
});
