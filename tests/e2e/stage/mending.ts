import { expect } from "vitest";
import type { StatusRecord } from "../../../utils/core/model/records.ts";
import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import { type ConnectionSeed, dana, destinationRow } from "../../support/fake-cal/scenarios/build.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";
import { type SetUp, setUpOf } from "../../support/fake-cal/set-up.ts";
import type { Delegation, User } from "../../support/fake-cal/world.ts";
import { openProblem } from "./controls.ts";
import { type Person, storePeople, untilKnown } from "./people.ts";
import type { Stage } from "./stage.ts";
import { everythingStored } from "./stored.ts";
import { checkNow } from "./time.ts";

const CHECKED_MS = 60_000;

/** Somebody with an app that is to break. */
export interface Owner extends Pick<Person, "name" | "accountId" | "key"> {
  userId: number;
  /** How everything is set up at Cal.com before anything breaks. */
  before: SetUp;
}

export interface OwnerSeed {
  name: string;
  userId: number;
  email?: string;
  connections: ConnectionSeed[];
  /** Where bookings are added. */
  bookings: Goal;
  /** Event types with a calendar of their own, by title. */
  eventTypes?: Record<string, Goal>;
  delegation?: Delegation;
}

/** A calendar through a connection of a seed. */
export interface Goal {
  of: ConnectionSeed;
  externalId: string;
}

/** Puts these people, and nobody else, on a server and into the extension, and waits until it knows how everything is. */
export async function settle(stage: Stage, seeds: readonly OwnerSeed[]): Promise<Owner[]> {
  const { cal } = stage;
  cal.world.users = seeds.map(userOf);
  cal.world.delegations = seeds.flatMap(({ delegation }) => delegation ?? []);
  const owners = seeds.map(({ name, userId }) => {
    const key = `cal_live_${userId}`;
    cal.control({ action: "add-key", key, userId });
    return { name, accountId: `account-${userId}`, key, userId, before: setUpOf(cal, userId) };
  });
  await storePeople(
    stage,
    owners.map((one) => ({ ...one, credentialId: one.userId, main: "", side: "", region: "us" as const })),
  );
  await untilKnown(stage, owners);
  return owners;
}

/** Checks until what is stored of somebody is like this: for some seconds Cal.com shows what it showed before. */
export async function checkUntil(
  stage: Stage,
  owner: Owner,
  what: string,
  holds: (status: StatusRecord) => boolean,
): Promise<void> {
  const end = Date.now() + CHECKED_MS;
  while (Date.now() < end) {
    await checkNow(stage);
    if (holds(await statusOf(stage, owner))) return;
  }
  throw new Error(`${what} was not seen within ${CHECKED_MS / 1000} s.`);
}

function userOf({
  name,
  userId,
  email,
  connections,
  bookings,
  eventTypes = {},
  delegation,
}: OwnerSeed): User {
  const user = dana(connections, rowOf(bookings, userId, null));
  return {
    ...user,
    id: userId,
    username: name,
    name,
    email: email ?? `${userId}@example.com`,
    organizationId: delegation?.organizationId ?? null,
    eventTypes: Object.entries(eventTypes).map(([title, goal], index) => {
      const id = userId * 10 + index;
      const slug = title.toLowerCase();
      return { id, title, slug, hidden: false, lengthInMinutes: 30, destination: rowOf(goal, null, id) };
    }),
  };
}

function rowOf({ of: { connection }, externalId }: Goal, userId: number | null, eventTypeId: number | null) {
  const { type, credentialId, delegationCredentialId, accountEmail } = connection;
  return destinationRow(type, externalId, delegationCredentialId === null ? credentialId : null, {
    id: (userId ?? 0) + (eventTypeId ?? 0),
    userId,
    eventTypeId,
    delegationCredentialId,
    primaryEmail: accountEmail,
  });
}

/** What is stored of an account. */
export async function statusOf(stage: Stage, { accountId }: Pick<Owner, "accountId">): Promise<StatusRecord> {
  return (await everythingStored(stage))[`status:${accountId}`] as StatusRecord;
}

/** Waits until the mending of each of them has ended with everything as it was. */
export async function untilAsBefore(stage: Stage, owners: readonly Owner[]): Promise<void> {
  for (const owner of owners) {
    await expect
      .poll(async () => [...new Set((await statusOf(stage, owner)).mendings.map(({ ended }) => ended))], {
        message: `how the mending of ${owner.name} ended`,
        timeout: 60_000,
      })
      .toEqual(["as-before"]);
    expect(setUpOf(stage.cal, owner.userId), owner.name).toEqual(owner.before);
  }
}

/** The steps in the row of somebody's broken connection, which is opened, with the state that each is said to have. */
export async function stepsShown(page: ExtensionPage, about: string): Promise<string[]> {
  await openProblem(page, about);
  await page.waitFor(() => document.querySelector(".problem-open .steps") !== null);
  return page.evaluate((wanted: string) => {
    // The one problem is told by the headline.
    const headline = document.querySelector("h1")?.textContent ?? "";
    const only = document.querySelector(".problem-list > article:only-of-type");
    const card = [...document.querySelectorAll("article")].find(
      (one) =>
        one.querySelector(".steps") && `${one.textContent} ${one === only ? headline : ""}`.includes(wanted),
    );
    return [...(card?.querySelectorAll(".step") ?? [])].map((step) => {
      const said = step.querySelector(".visually-hidden")?.textContent?.trim() ?? "";
      const title = step.querySelector("p, .button, legend");
      const copy = title?.cloneNode(true) as HTMLElement | undefined;
      for (const hidden of copy?.querySelectorAll(".visually-hidden") ?? []) hidden.remove();
      return `${said} ${copy?.textContent?.trim() ?? ""}`;
    });
  }, about);
}

/** What was asked of Cal.com to be changed, from one request on. */
export function changesSince(cal: FakeCal, first: number): string[] {
  return cal.requests
    .slice(first)
    .filter(({ method }) => method !== "GET")
    .map(({ method, path }) => `${method} ${new URL(path, "http://cal.invalid").pathname}`);
}
