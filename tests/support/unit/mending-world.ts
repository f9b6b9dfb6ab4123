import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { check } from "../../../utils/background/checks/check.ts";
import { mendingOf } from "../../../utils/core/mending/find.ts";
import { type MendingSteps, stepsOf } from "../../../utils/core/mending/steps-of.ts";
import { emptyAccountState } from "../../../utils/core/model/account-state.ts";
import type { Mending } from "../../../utils/core/model/mending.ts";
import { statusOf } from "../../../utils/core/model/records.ts";
import { type ConnectionSubject, connectionSubject } from "../../../utils/core/model/subject.ts";
import { type SetUp, setUpOf } from "../fake-cal/set-up.ts";
import { aWorld, DANA, type World } from "./action-world.ts";
import { MINUTE, storedStatus } from "./world.ts";

/** One app that is connected, with three calendars of which two are checked; bookings, and those of one event type, are added to it. */
export interface MendingWorld extends World {
  old: ConnectionSubject;
  /** What is to be put back. */
  before: SetUp;
  /** How it is at Cal.com now. */
  now(): SetUp;
  /** A check, some minutes later. */
  look(minutes?: number): Promise<void>;
  /** Requests that remove a connection. */
  removals(): number;
}

const FIRST = 700;
/** The id of what is added again. */
export const AGAIN = 800;
const calendarIn = (type: string, name: string) =>
  type === "ics-feed_calendar" ? `https://feeds.example.com/${name}.ics` : `${name}@${type}`;

/** @param cacheMs how long the list is kept at Cal.com */
export async function aMendingWorld(type: string, cacheMs = 0): Promise<MendingWorld> {
  const world = await aWorld("all-well", cacheMs);
  const { cal } = world;
  cal.control({ action: "connect", type, email: "work@example.com", credentialId: FIRST });
  const user = cal.world.users[0];
  const connection = user?.connections.find(({ credentialId }) => credentialId === FIRST);
  if (!user || !connection) throw new Error("Nothing was connected.");
  const calendars = ["main", "team", "private"].map((name) => ({
    externalId: calendarIn(type, name),
    name,
    primary: name === "main",
    writable: type !== "ics-feed_calendar",
    dropped: false,
    busy: [],
  }));
  Object.assign(connection, { calendars });
  // Outlook's second row of its main calendar shows only where that was checked.
  const selected = type === "office365_calendar" ? ["main", "team"] : ["team", "private"];
  cal.control({ action: "unselect", externalId: calendarIn(type, "main"), credentialId: FIRST });
  user.selections = user.selections.filter(({ credentialId }) => credentialId !== FIRST);
  for (const name of selected) {
    cal.control({ action: "select", externalId: calendarIn(type, name), credentialId: FIRST });
  }
  cal.control({ action: "add-event-type", title: "Intro", eventTypeId: 1 });
  cal.control({ action: "add-event-type", title: "Side", eventTypeId: 2 });
  cal.control({ action: "add-event-type", title: "Plain", eventTypeId: 3 });
  cal.control({ action: "event-type-destination", eventTypeId: 2, externalId: DANA.externalId });
  if (type !== "ics-feed_calendar") {
    const externalId = calendarIn(type, "team");
    cal.control({ action: "destination", externalId, credentialId: FIRST });
    cal.control({ action: "event-type-destination", eventTypeId: 1, externalId, credentialId: FIRST });
  }
  const look = async (minutes = 1) => {
    vi.setSystemTime(Date.now() + minutes * MINUTE);
    await check("a1");
  };
  // As if it had been so from the first.
  await fakeBrowser.storage.local.set({
    [statusOf("a1")]: { ...(await storedStatus()), state: emptyAccountState() },
  });
  await look(400);
  return {
    ...world,
    old: connectionSubject({ integration: type, credentialId: FIRST, delegationCredentialId: null }),
    before: setUpOf(cal),
    now: () => setUpOf(cal),
    look,
    removals: () => world.sent().filter((request) => request.endsWith("/disconnect")).length,
  };
}

export async function breakOld({ cal, look }: MendingWorld, how = "revoked"): Promise<void> {
  cal.control({ action: "break", credentialId: FIRST, how });
  await look();
  if (how !== "revoked") await look(5);
}

export async function addAgain({ cal, look }: MendingWorld): Promise<void> {
  cal.control({ action: "add-again", credentialId: FIRST, newCredentialId: AGAIN });
  await look();
}

/** The mending of a connection as it is stored, also one that is over. */
export async function storedMending({ old }: MendingWorld): Promise<Mending | undefined> {
  const { mendings } = await storedStatus();
  return mendings.find(({ credentialId }) => credentialId === old.credentialId);
}

export async function storedSteps({ old }: MendingWorld): Promise<MendingSteps | undefined> {
  const { mendings, state } = await storedStatus();
  const mending = mendingOf(mendings, old);
  return mending && stepsOf(mending, state);
}
