import type { Mending } from "../../../utils/core/model/mending.ts";
import type { StatusRecord } from "../../../utils/core/model/records.ts";
import type { ActionReply } from "../../../utils/messaging/replies.ts";
import { untilIdle } from "../../e2e/stage/idle.ts";
import { invite, type Person, storePeople, untilKnown } from "../../e2e/stage/people.ts";
import type { Stage } from "../../e2e/stage/stage.ts";
import { everythingStored } from "../../e2e/stage/stored.ts";
import { checkNow } from "../../e2e/stage/time.ts";
import { connect as connection, dana, destinationRow } from "../../support/fake-cal/scenarios/build.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";
import { type SetUp, setUpOf } from "../../support/fake-cal/set-up.ts";

/** Somebody whose Google account broke and was connected again: the old connection is yet to be removed. */
export interface Broken extends Person {
  /** How everything was. */
  before: SetUp;
}

const EVENT_TYPE = 9_000;
/** Credential of what was added again, from that of the old one. */
const AGAIN = 500;

/**
 * Lets people connect Google with three calendars, of which the main one is not checked and the second gets the bookings, also those
 * of an event type of its own; then that breaks, and is connected again.
 */
export async function inviteBroken(stage: Stage, names: readonly string[]): Promise<Broken[]> {
  const { cal } = stage;
  const people = invite(cal, names, 101);
  cal.world.users = people.map(({ name, credentialId }) => {
    const calendars = ["main", "side", "third"].map((kind) => ({
      externalId: `${name} ${kind}`,
      name: `${name} ${kind}`,
      ...(kind === "main" ? { primary: true } : { selected: true }),
    }));
    const row = (kind: object = {}) =>
      destinationRow("google_calendar", `${name} side`, credentialId, { userId: credentialId, ...kind });
    const ownType = {
      id: EVENT_TYPE + credentialId,
      title: "Intro",
      slug: "intro",
      hidden: false,
      lengthInMinutes: 30,
      destination: row({ userId: null, eventTypeId: EVENT_TYPE + credentialId }),
    };
    return {
      ...dana([connection("google_calendar", credentialId, `${name} main`, calendars)], row()),
      id: credentialId,
      username: name,
      email: `${credentialId}@example.com`,
      name,
      eventTypes: [ownType],
    };
  });
  await storePeople(
    stage,
    people.map((person) => ({ ...person, region: "us" as const })),
  );
  await untilKnown(stage, people);
  const broken = people.map((person) => ({ ...person, before: setUpOf(cal, person.credentialId) }));
  for (const { credentialId } of people) cal.control({ action: "break", credentialId, how: "revoked" });
  await checkNow(stage);
  for (const { credentialId } of people) {
    cal.control({ action: "add-again", credentialId, newCredentialId: credentialId + AGAIN });
  }
  await checkNow(stage);
  await untilIdle(stage);
  return broken;
}

/** Asks the worker for a step, as the popup does. */
export function ask(
  { browser }: Stage,
  type: "remove-connection" | "restore-everything",
  person: Person,
): Promise<ActionReply> {
  const { accountId, credentialId } = person;
  const connection = { type: "connection", ...idOf(credentialId) };
  return browser.inExtension((api, message) => api.runtime.sendMessage(message), {
    type,
    accountId,
    connection,
  }) as Promise<ActionReply>;
}

const idOf = (credentialId: number) => ({
  integration: "google_calendar",
  credentialId,
  delegationCredentialId: null,
});

/** What is stored of the person's mending. */
export async function mendingOf(
  stage: Stage,
  { accountId, credentialId }: Person,
): Promise<Mending | undefined> {
  const { mendings } = (await everythingStored(stage))[`status:${accountId}`] as StatusRecord;
  return mendings.find((one) => one.credentialId === credentialId);
}

/** How everything is at Cal.com now. */
export const nowOf = (cal: FakeCal, { credentialId }: Person) => setUpOf(cal, credentialId);

/** Whether the old connection is still at Cal.com. */
export function isOldThere({ world }: FakeCal, { credentialId }: Person): boolean {
  return world.users.some(({ connections }) => connections.some((one) => one.credentialId === credentialId));
}

/** Requests by which something is changed, from one on. */
export function changesSince(cal: FakeCal, first: number): number {
  return cal.requests.slice(first).filter(({ method }) => method !== "GET").length;
}
