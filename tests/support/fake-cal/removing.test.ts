import { describe, expect, test } from "vitest";
import type { FakeCal } from "./server.ts";
import { calendarsOf, start } from "./testing.ts";

const DANA = "dana@example.com";
const OUTLOOK = "AAMkAGQ1ZmFkLWVu0AAA=";

/** Two event types with destinations of their own: one in the Google that is removed, one in the other Google. */
async function twoGoogles(): Promise<FakeCal> {
  const fake = await start({ scenario: "two-google-accounts" });
  fake.control({ action: "add-event-type", title: "Intro", eventTypeId: 1 });
  fake.control({ action: "add-event-type", title: "Side", eventTypeId: 2 });
  fake.control({ action: "event-type-destination", eventTypeId: 1, credentialId: 135, externalId: DANA });
  const side = { credentialId: 136, externalId: "dana.side@example.com" };
  fake.control({ action: "event-type-destination", eventTypeId: 2, ...side });
  return fake;
}

describe("removing by the API", () => {
  test("takes the credential's own rows, and nothing of the twin's", async () => {
    const fake = await twoGoogles();
    fake.control({ action: "select", credentialId: 136, externalId: "dana.side@example.com" });
    fake.control({ action: "select", credentialId: 135, externalId: DANA, eventTypeId: 1 });
    fake.control({ action: "disconnect", credentialId: 135 });
    const [user] = fake.world.users;
    expect(user?.selections).toMatchObject([{ externalId: "dana.side@example.com", credentialId: 136 }]);
    expect(user?.destination).toBeNull();
    expect(user?.eventTypes.map(({ destination }) => destination?.credentialId)).toEqual([undefined, 136]);
  });

  test("of a delegation takes what was made with it, and nothing of other delegations", async () => {
    const fake = await start({ scenario: "organisation-delegation" });
    fake.control({ action: "disconnect", credentialId: -1 });
    const [user] = fake.world.users;
    expect(user?.connections.map(({ credentialId }) => credentialId)).toEqual([135, 212]);
    expect(user?.selections).toMatchObject([{ integration: "office365_calendar" }]);
    expect(user?.destination).toBeNull();
  });

  test("leaves a destination of another credential as it is", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "disconnect", credentialId: 212 });
    expect(fake.world.users[0]?.destination).toMatchObject({ externalId: DANA, credentialId: 135 });
  });
});

describe("removing in the web app", () => {
  test("takes every event type's own destination of that app, also in another account", async () => {
    const fake = await twoGoogles();
    fake.control({ action: "add-event-type", title: "Mail", eventTypeId: 3 });
    fake.control({ action: "connect", type: "office365_calendar", email: OUTLOOK, credentialId: 700 });
    fake.control({ action: "event-type-destination", eventTypeId: 3, externalId: OUTLOOK });
    fake.control({ action: "disconnect", credentialId: 135, as: "web-app" });
    const owns = fake.world.users[0]?.eventTypes.map(({ destination }) => destination?.credentialId);
    expect(owns).toEqual([undefined, undefined, 700]);
  });

  test("unselects every calendar that a working connection lists, the twin's too", async () => {
    const fake = await start({ scenario: "all-well" });
    fake.control({ action: "add-again", credentialId: 135, newCredentialId: 912 });
    fake.control({ action: "disconnect", credentialId: 135, as: "web-app" });
    expect((await calendarsOf(fake, 912)).map(({ isSelected }) => isSelected)).toEqual([false, false]);
  });

  test("leaves what the twin has selected when the connection is broken", async () => {
    const fake = await start({ scenario: "all-well" });
    fake.control({ action: "break", credentialId: 135, how: "revoked" });
    fake.control({ action: "add-again", credentialId: 135, newCredentialId: 912 });
    fake.control({ action: "disconnect", credentialId: 135, as: "web-app" });
    expect((await calendarsOf(fake, 912)).map(({ isSelected }) => isSelected)).toEqual([true, false]);
  });

  test("goes by app as well as by id", async () => {
    const fake = await start({ scenario: "none-connected" });
    for (const [type, credentialId] of [
      ["office365_calendar", 700],
      ["zoho_calendar", 701],
    ] as const) {
      fake.control({ action: "connect", type, email: "same", credentialId });
    }
    fake.control({ action: "disconnect", credentialId: 700, as: "web-app" });
    expect(fake.world.users[0]?.selections).toMatchObject([{ integration: "zoho_calendar" }]);
  });
});
