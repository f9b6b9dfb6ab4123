import { expect } from "vitest";
import { connect } from "../support/fake-cal/scenarios/build.ts";
import type { FakeCal } from "../support/fake-cal/server.ts";
import { setUpOf } from "../support/fake-cal/set-up.ts";
import { press } from "./stage/controls.ts";
import { type Owner, type OwnerSeed, settle, statusOf, untilAsBefore } from "./stage/mending.ts";
import { setStage } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

/** What a person does in the web app. */
type Deed = "add" | "remove" | "put";

const ORDERS: readonly Deed[][] = [
  ["add", "remove", "put"],
  ["add", "put", "remove"],
  ["remove", "add", "put"],
  ["remove", "put", "add"],
  ["put", "add", "remove"],
  ["put", "remove", "add"],
];

const NAMES = ["Ann", "Ben", "Cleo", "Dan", "Eva", "Finn"] as const;
const idOf = (index: number) => 6001 + index;
const main = (userId: number) => `${userId}@example.com`;
const family = (userId: number) => `family-${userId}@group.calendar.google.com`;
const work = (userId: number) => `work-${userId}@group.calendar.google.com`;

function seedOf(name: string, userId: number): OwnerSeed {
  const google = connect("google_calendar", userId, main(userId), [
    { externalId: main(userId), name: main(userId), primary: true, selected: true },
    { externalId: family(userId), name: "Family", selected: true },
    { externalId: work(userId), name: "Work", selected: true },
  ]);
  const outlook = connect("office365_calendar", userId + 100, `${userId}@contoso.example`, [
    { externalId: `AAMk${userId}=`, name: "Calendar", primary: true, selected: true },
  ]);
  return {
    name,
    userId,
    connections: [google, outlook],
    bookings: { of: google, externalId: work(userId) },
    eventTypes: { Intro: { of: google, externalId: family(userId) } },
  };
}

/** Where a credential that is given anew comes from. */
const anew = (userId: number) => userId + 1000;

function did(cal: FakeCal, deed: Deed, userId: number): void {
  const [user] = cal.world.users.filter(({ id }) => id === userId);
  const isThere = (credentialId: number) =>
    user?.connections.some((one) => one.credentialId === credentialId);
  switch (deed) {
    case "add":
      if (isThere(userId)) {
        cal.control({ action: "add-again", credentialId: userId, newCredentialId: anew(userId) });
        return;
      }
      // Its old connection is gone: what there is of it is the account at the provider.
      user?.connections.push({
        ...seedOf("", userId).connections[0]?.connection,
        credentialId: anew(userId),
      } as never);
      cal.control({ action: "select", userId, credentialId: anew(userId), externalId: main(userId) });
      return;
    case "remove":
      cal.control({ action: "disconnect", userId, credentialId: userId, as: "web-app" });
      return;
    case "put": {
      const credentialId = anew(userId);
      // The page offers nothing of a connection that does not work.
      if (!isThere(credentialId)) return;
      for (const externalId of [family(userId), work(userId)])
        cal.control({ action: "select", userId, credentialId, externalId });
      cal.control({ action: "destination", userId, credentialId, externalId: work(userId) });
      const eventTypeId = userId * 10;
      cal.control({
        action: "event-type-destination",
        userId,
        eventTypeId,
        credentialId,
        externalId: family(userId),
      });
    }
  }
}

async function setOrders() {
  const stage = await setStage({ scenario: "all-well" });
  const owners = await settle(
    stage,
    NAMES.map((name, index) => seedOf(name, idOf(index))),
  );
  return { ...stage, owners };
}

/** Six people who each do the same in the web app, in another order. */
story("what is done in the web app is seen in whatever order", setOrders, async (stage, step) => {
  const { browser, cal, owners } = stage;
  for (const { userId } of owners) cal.control({ action: "break", credentialId: userId, how: "revoked" });
  await checkNow(stage);
  const endedOf = async (owner: Owner) => (await statusOf(stage, owner)).mendings.map(({ ended }) => ended);

  await step("one thing after the other, with a look after each", async () => {
    for (const turn of [0, 1, 2]) {
      for (const [index, order] of ORDERS.entries()) did(cal, order[turn] ?? "put", idOf(index));
      await browser.stopWorker();
      await checkNow(stage);
    }
  });

  await step("who did all of it, and put everything back last, has nothing left to do", async () => {
    for (const owner of [owners[0], owners[2]]) {
      if (!owner) continue;
      expect(setUpOf(cal, owner.userId), owner.name).toEqual(owner.before);
      await expect.poll(() => endedOf(owner), { message: owner.name }).toEqual(["as-before"]);
    }
  });

  await step("for the others it is put back from here", async () => {
    for (const owner of [owners[1], owners[3], owners[4], owners[5]]) {
      if (!owner) continue;
      expect(await endedOf(owner), owner.name).toEqual([null]);
      const popup = await browser.openPopup();
      await press(popup, "Put everything back", owner.name);
      await expect
        .poll(() => endedOf(owner), { message: owner.name, timeout: 60_000 })
        .toEqual(["as-before"]);
      await popup.close();
    }
    await untilAsBefore(stage, owners);
  });
});
