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

/** These notifications were shown, in this order, and no other, now that the worker has nothing to do any more. */
export async function expectTold(stage: Stage, expected: readonly Told[]): Promise<void> {
  await untilIdle(stage);
  const [account] = await storedAccounts(stage);
  const shown = (await stage.browser.notifications())
    .map(({ id, title }) => ({ title, about: parseNotificationId(id) }))
    .toSorted((a, b) => (a.about?.at ?? 0) - (b.about?.at ?? 0));
  // Chromium does not tell titles.
  const told = shown.map(({ title, about }, index) => [title ?? expected[index]?.title, about?.ref]);
  const refOf = (about: Told["about"]) => (about === null ? null : problemRef(account?.id ?? "", about));
  expect(told).toEqual(expected.map(({ title, about }) => [title, refOf(about)]));
}

/** What the history has of findings, the oldest first: `came connection-error`. Those of one check are in the order of their names. */
export async function findingsInHistory(stage: Stage): Promise<string[]> {
  const entries = (await storedHistory(stage))?.entries ?? [];
  return entries
    .filter(({ kind, event }) => kind !== undefined && event !== "action")
    .map(({ at, event, kind }) => ({ at, says: `${event} ${kind}` }))
    .toSorted((a, b) => a.at - b.at || a.says.localeCompare(b.says))
    .map(({ says }) => says);
}
