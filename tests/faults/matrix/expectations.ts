import { expect } from "vitest";
import { parseNotificationId } from "../../../utils/background/notifications/notification-id.ts";
import { problemRef } from "../../../utils/copy/problem-ref.ts";
import { shownFindings } from "../../../utils/core/findings/summary.ts";
import { ACCOUNT, connectionSubject } from "../../../utils/core/model/subject.ts";
import { untilIdle } from "../../e2e/stage/idle.ts";
import { recordsWith } from "../../e2e/stage/key-watch.ts";
import { storedStatus } from "../../e2e/stage/stored.ts";
import type { Fault } from "./fault.ts";
import { type Ground, keyOfGround } from "./ground.ts";

/** The connection that breaks. No booking goes to it, so that it is one problem. */
export const BREAKS = 212;
const BROKEN = connectionSubject({
  integration: "office365_calendar",
  credentialId: BREAKS,
  delegationCredentialId: null,
});

type Raises = NonNullable<Fault["raises"]>;

/** Whatever works, nothing is said against it: no finding, no notification, no count on the badge. */
export async function expectNoAlarm(ground: Ground, raises: Raises, told: readonly string[]): Promise<void> {
  await untilIdle(ground);
  const said = raises.map((kind) => problemRef(ground.accountId, { kind, subject: ACCOUNT }));
  const refs = (await refsTold(ground)).filter((ref) => !said.includes(ref));
  expect({ findings: await findings(ground, raises), refs }).toEqual({ findings: [], refs: told });
  expect((await ground.browser.badge()).text).toMatch(/^[?!]?$/);
}

/** The broken connection is a problem, the badge counts it, it was notified once, and nothing else was. */
export async function expectBreakTold(ground: Ground, raises: Raises): Promise<string[]> {
  await untilIdle(ground);
  const ref = problemRef(ground.accountId, { kind: "connection-error", subject: BROKEN });
  const said = raises.map((kind) => problemRef(ground.accountId, { kind, subject: ACCOUNT }));
  const refs = async () => (await refsTold(ground)).filter((one) => !said.includes(one));
  expect(await findings(ground, raises)).toEqual([["connection-error", BREAKS]]);
  expect((await ground.browser.badge()).text).toBe("1");
  // One that is just being taken off is in neither list for a moment.
  await expect.poll(refs).toEqual([ref]);
  return [ref];
}

/** The key is in its own record, and in nothing else that the extension stores or sends. */
export async function expectKeyNowhere({ browser, cal, accountId }: Ground): Promise<void> {
  expect(await recordsWith(browser, keyOfGround)).toEqual([`local key:${accountId}`]);
  for (const request of cal.requests) {
    const { authorization, ...headers } = request.headers;
    expect(JSON.stringify({ ...request, headers })).not.toContain(keyOfGround);
  }
  expect(browser.consoleText().filter((line) => line.includes(keyOfGround))).toEqual([]);
}

async function findings(ground: Ground, raises: Raises): Promise<unknown[]> {
  const { state } = await storedStatus(ground);
  // What is suspected is no alarm: it is confirmed by another answer, or never.
  return shownFindings(state)
    .filter(({ kind, confirmed }) => confirmed && !(raises as readonly string[]).includes(kind))
    .map(({ kind, subject }) => [kind, subject.type === "connection" ? subject.credentialId : subject]);
}

/** What the notifications are about that were shown since the reset; recoveries alone are about nothing. */
async function refsTold(ground: Ground): Promise<string[]> {
  const abouts = (await ground.told()).map(parseNotificationId);
  return abouts.map((about) => about?.ref ?? null).filter((ref) => ref !== null);
}
