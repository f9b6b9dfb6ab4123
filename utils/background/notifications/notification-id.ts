const START = "check";

/** What a notification is about. It is in its name, so that a click needs nothing that a stopped worker has forgotten. */
export interface NotificationAbout {
  accountId: string;
  /** When that check was, in ms since the epoch. */
  at: number;
  /** Of the worst problem, by `problemRef`; null when all that it tells is recoveries. */
  ref: string | null;
}

/** The same for the same check, so that one can't be shown beside itself. */
export function notificationId({ accountId, at, ref }: NotificationAbout): string {
  return [START, encodeURIComponent(accountId), at, ref ?? ""].join("/");
}

/** @returns null for a name that none of ours has */
export function parseNotificationId(id: string): NotificationAbout | null {
  const [start, account = "", at, ref, ...rest] = id.split("/");
  if (start !== START || ref === undefined || rest.length > 0 || !/^\d+$/.test(at ?? "")) return null;
  try {
    return { accountId: decodeURIComponent(account), at: Number(at), ref: ref === "" ? null : ref };
  } catch {
    return null;
  }
}
