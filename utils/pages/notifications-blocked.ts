import { browser } from "wxt/browser";

// WHY [type]: only Chrome has it, so the common types know nothing of it.
type Notifications = { getPermissionLevel(): Promise<"granted" | "denied"> };

/** Whether the system or the browser shows no notifications of the extension. False as well where it does not tell. */
export async function areNotificationsBlocked(): Promise<boolean> {
  if (import.meta.env.FIREFOX) return false;
  const notifications = browser.notifications as unknown as Notifications;
  return notifications.getPermissionLevel().then(
    (level) => level === "denied",
    () => false,
  );
}
