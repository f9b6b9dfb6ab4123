import { expect } from "vitest";
import { parseNotificationId } from "../../../utils/background/notifications/notification-id.ts";
import { problemRef } from "../../../utils/copy/problem-ref.ts";
import type { Finding } from "../../../utils/core/model/finding.ts";
import { type ConnectionId, connectionSubject } from "../../../utils/core/model/subject.ts";
import { untilIdle } from "./idle.ts";
import type { Stage } from "./stage.ts";
import { storedAccounts, storedHistory } from "./stored.ts";

/** A notification: its title, and the problem that a click on it leads to; null when it tells of recoveries alone. */
export interface Told {
  title: string;
  about: Pick<Finding, "kind" | "subject"> | null;
}

export const breakOf = (connection: ConnectionId): Told["about"] => ({
  kind: "connection-error",
  subject: connectionSubject(connection),
});

type Noting = { closedNotifications?: string[] };

/** Notes from now on which notifications are shown, also those that Chromium takes off the screen after some seconds. */
export async function watchNotifications({ browser }: Stage): Promise<void> {
  await browser.notifications();
  await browser.inExtension((api) => {
    const closed: string[] = [];
    (globalThis as Noting).closedNotifications = closed;
    api.notifications.onClosed.addListener((id) => closed.push(id));
  });
}

/** These notifications were shown, in this order, and no other, now that the worker has nothing to do any more. */
export async function expectTold(stage: Stage, expected: readonly Told[]): Promise<void> {
  await untilIdle(stage);
  const [account] = await storedAccounts(stage);
  const refOf = (about: Told["about"]) => (about === null ? null : problemRef(account?.id ?? "", about));
  // Chromium does not tell titles.
  const told = async () =>
    (await allShown(stage)).map(({ title, ref }, index) => [title ?? expected[index]?.title, ref]);
  // One that is just being taken off is in neither list for a moment.
  await expect.poll(told).toEqual(expected.map(({ title, about }) => [title, refOf(about)]));
}

async function allShown({ browser }: Stage) {
  const present = await browser.notifications();
  const closed = await browser.inExtension(() => (globalThis as Noting).closedNotifications ?? []);
  const gone = closed.filter((id) => present.every((one) => one.id !== id));
  return [...present, ...gone.map((id) => ({ id, title: null }))]
    .map(({ id, title }) => ({ title, at: 0, ref: null, ...parseNotificationId(id) }))
    .toSorted((a, b) => a.at - b.at);
}

/**
 * What the history has of findings, the oldest first: `came connection-error`. Those of one check are in the order of their
 * names.
 */
export async function findingsInHistory(stage: Stage): Promise<string[]> {
  const entries = (await storedHistory(stage))?.entries ?? [];
  return entries
    .filter(({ kind, event }) => kind !== undefined && event !== "action")
    .map(({ at, event, kind }) => ({ at, says: `${event} ${kind}` }))
    .toSorted((a, b) => a.at - b.at || a.says.localeCompare(b.says))
    .map(({ says }) => says);
}
