import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { areNotificationsBlocked } from "./notifications-blocked.ts";

function tell(level: () => Promise<string>): void {
  Object.assign(fakeBrowser.notifications, { getPermissionLevel: vi.fn(level) });
}

test("notifications are blocked when the browser says so, and only then", async () => {
  tell(() => Promise.resolve("denied"));
  expect(await areNotificationsBlocked()).toBe(true);
  tell(() => Promise.resolve("granted"));
  expect(await areNotificationsBlocked()).toBe(false);
  tell(() => Promise.reject(new Error("not here")));
  expect(await areNotificationsBlocked()).toBe(false);
});
