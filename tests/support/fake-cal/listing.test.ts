import { describe, expect, test } from "vitest";
import { delegationMessages, type FaultKind } from "./faults.ts";
import { calendars, calendarsOf, entryOf, handClock, start } from "./testing.ts";

const PRIMARY_KEYS = [
  "externalId",
  "integration",
  "name",
  "primary",
  "email",
  "readOnly",
  "isSelected",
  "credentialId",
  "delegationCredentialId",
];

describe("a healthy connection", () => {
  test("has the keys of Cal.com's answer in every entry", async () => {
    const fake = await start({ scenario: "everyday" });
    const entry = await entryOf(fake, 135);
    expect(Object.keys(entry ?? {}).toSorted()).toEqual(
      ["integration", "credentialId", "delegationCredentialId", "primary", "calendars"].toSorted(),
    );
    expect(entry?.calendars?.map(Object.keys)).toEqual([PRIMARY_KEYS, PRIMARY_KEYS, PRIMARY_KEYS]);
    expect(entry?.integration).toEqual({
      appData: null,
      dirName: "googlecalendar",
      __template: "",
      name: "Google Calendar",
      description: "Calendar by Google.",
      installed: true,
      type: "google_calendar",
      title: "Google Calendar",
      variant: "calendar",
      category: "calendar",
      categories: ["calendar"],
      logo: "/app-store/googlecalendar/icon.svg",
      publisher: "Cal.com",
      slug: "google-calendar",
      url: "https://cal.com/",
      email: "help@cal.com",
      locationOption: null,
      isOAuth: true,
      delegationCredential: { workspacePlatformSlug: "google" },
    });
  });

  test("has primary true or null, never false", async () => {
    const fake = await start({ scenario: "everyday" });
    const listed = await calendarsOf(fake, 135);
    expect(listed.map(({ primary }) => primary)).toEqual([true, null, null]);
  });

  test("lists the primary calendar first and the others as the provider does, and copies it to primary", async () => {
    const fake = await start({ scenario: "everyday" });
    const google = fake.world.users[0]?.connections[0];
    google?.calendars.reverse();
    const entry = await entryOf(fake, 135);
    expect(entry?.calendars?.map(({ name }) => name)).toEqual(["dana@example.com", "Team rota", "Family"]);
    expect(entry?.primary).toEqual(entry?.calendars?.[0]);
  });

  test("takes its first calendar for primary when the provider flags none", async () => {
    const fake = await start({ scenario: "apple-and-caldav" });
    const entry = await entryOf(fake, 301);
    expect(entry?.primary).toMatchObject({ name: "Home", primary: null, email: "dana@icloud.example" });
  });
});

describe("the metadata of an app", () => {
  test.for<[string, string[], string[]]>([
    ["google_calendar", ["installed", "isOAuth", "delegationCredential", "url", "category"], []],
    ["office365_calendar", ["isOAuth", "url", "category"], ["installed"]],
    ["exchange_calendar", ["url"], ["installed", "category"]],
    ["ics-feed_calendar", [], ["url", "installed", "category"]],
    ["lark_calendar", ["installed"], ["category"]],
    ["caldav_calendar", ["isOAuth", "category"], ["delegationCredential"]],
    ["zoho_calendar", ["isAuth"], ["isOAuth"]],
  ])("has the keys of %s", async ([type, present, absent]) => {
    const fake = await start({ scenario: "none-connected" });
    fake.control({ action: "connect", type, email: "dana@example.com" });
    const [entry] = (await calendars(fake)).connectedCalendars;
    const keys = Object.keys(entry?.integration ?? {});
    expect(keys).toEqual(expect.arrayContaining(present));
    expect(keys.filter((key) => absent.includes(key))).toEqual([]);
  });
});

describe("the order of connections", () => {
  test("is the app registry's, not that of connecting", async () => {
    const fake = await start({ scenario: "lively" });
    const { connectedCalendars } = await calendars(fake);
    expect(types(connectedCalendars)).toEqual([
      "apple_calendar",
      "google_calendar",
      "ics-feed_calendar",
      "office365_calendar",
    ]);
  });

  test("has a connection that was added after the older ones of its app", async () => {
    const fake = await start({ scenario: "two-google-accounts" });
    fake.world.users[0]?.connections.reverse();
    fake.control({ action: "add-again", credentialId: 135 });
    const { connectedCalendars } = await calendars(fake);
    expect(connectedCalendars.map(({ credentialId }) => credentialId)).toEqual([135, 136, 501]);
  });

  test("has delegation credentials first within an app", async () => {
    const fake = await start({ scenario: "organisation-delegation" });
    const personal = fake.world.users[0]?.connections[0];
    Object.assign(personal?.calendars[0] ?? {}, { externalId: "other@example.com" });
    const { connectedCalendars } = await calendars(fake);
    expect(connectedCalendars.map(({ credentialId }) => credentialId)).toEqual([-1, 135, 212]);
  });

  test("leaves out apps that the server's administrator switched off", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "enable-app", credentialId: 135, enabled: false });
    const { connectedCalendars } = await calendars(fake);
    expect(types(connectedCalendars)).toEqual(["office365_calendar"]);
  });
});

describe("a personal connection beside a delegation credential", () => {
  test("is left out when its primary has the user's e-mail", async () => {
    const fake = await start({ scenario: "organisation-delegation" });
    expect(await entryOf(fake, 135)).toBeUndefined();
  });

  test("stays when it is broken, as it then has no primary", async () => {
    const fake = await start({ scenario: "organisation-delegation" });
    fake.control({ action: "break", credentialId: 135, how: "revoked" });
    expect(await entryOf(fake, 135)).toMatchObject({ error: { message: "Access token expired or revoked" } });
  });
});

describe("a broken connection", () => {
  test.for<[FaultKind, string]>([
    ["revoked", "Access token expired or revoked"],
    ["failing", "Could not get connected calendars"],
    ["no-client", "Could not get calendar instance"],
  ])("that is %s says why and has no calendars", async ([how, message]) => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "break", credentialId: 212, how });
    const entry = await entryOf(fake, 212);
    expect(Object.keys(entry ?? {})).toEqual([
      "integration",
      "credentialId",
      "delegationCredentialId",
      "error",
    ]);
    expect(entry?.error).toEqual({ message });
  });

  test("without calendars lacks delegationCredentialId altogether", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "break", credentialId: 212, how: "no-calendars" });
    const entry = await entryOf(fake, 212);
    expect(Object.keys(entry ?? {})).toEqual(["integration", "credentialId", "error"]);
    expect(entry?.error).toEqual({ message: "No primary calendar found" });
  });

  test.for(delegationMessages("dana@acme.example"))("of an organisation can say: %s", async (message) => {
    const fake = await start({ scenario: "organisation-delegation" });
    fake.control({ action: "break", credentialId: -1, how: "message", message });
    const entry = await entryOf(fake, -1);
    expect(entry?.error).toEqual({ message });
    expect(entry?.delegationCredentialId).toBe("6b2f4f0e-6f1d-4f0b-9c35-1d5f6d8f5a10");
  });

  test("may have neither error nor calendars", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "break", credentialId: 212, how: "bare" });
    expect(Object.keys((await entryOf(fake, 212)) ?? {})).toEqual([
      "integration",
      "credentialId",
      "delegationCredentialId",
    ]);
  });

  test("that was transient works again after as many reads as it was given", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "break", credentialId: 212, how: "transient", times: 2 });
    const seen = [];
    for (let read = 0; read < 4; read += 1) {
      seen.push((await entryOf(fake, 212))?.error?.message);
    }
    const generic = "Could not get connected calendars";
    expect(seen).toEqual([generic, generic, undefined, undefined]);
  });

  test("that fails now and then does so in the same pattern every time", async () => {
    const pattern = async () => {
      const fake = await start({ scenario: "outlook-now-and-then" });
      const seen = [];
      for (let read = 0; read < 12; read += 1) {
        seen.push((await entryOf(fake, 212))?.error !== undefined);
      }
      return seen;
    };
    const first = await pattern();
    expect(await pattern()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([true, false]));
  });
});

describe("time", () => {
  test("is what the slowest connection takes, as all are read at once", async () => {
    const together: string[] = [];
    const clock = handClock();
    const wait = async (ms: number) => {
      together.push(`${ms} begins`);
      await Promise.resolve();
      together.push(`${ms} is over`);
    };
    const fake = await start({ scenario: "everyday", clock: { ...clock, wait } });
    fake.control({ action: "slow-connection", credentialId: 135, ms: 150 });
    fake.control({ action: "slow-connection", credentialId: 212, ms: 200 });
    await calendars(fake);
    expect(together).toEqual(["150 begins", "200 begins", "150 is over", "200 is over"]);
  });
});

function types(entries: { integration: { type: string } }[]): string[] {
  return entries.map(({ integration }) => integration.type);
}
