import { expect } from "vitest";
import { connect } from "../support/fake-cal/scenarios/build.ts";
import { ACME } from "../support/fake-cal/scenarios/organisation.ts";
import { setUpOf } from "../support/fake-cal/set-up.ts";
import { openProblem, press, showAllProblems } from "./stage/controls.ts";
import {
  type Goal,
  type Owner,
  type OwnerSeed,
  settle,
  statusOf,
  stepsShown,
  untilAsBefore,
} from "./stage/mending.ts";
import { setStage } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

const MINUTE = 60_000;
const LONG_MS = 60_000;
const ICLOUD = "https://caldav.icloud.com/1/";
const DAV = "https://dav.example.org/dav/dana/";
const FEEDS = "https://feeds.example.com/";

/** A Google account that goes on working. */
const beside = (credentialId: number) =>
  connect("google_calendar", credentialId, `${credentialId}@example.com`, [
    { externalId: `${credentialId}@example.com`, name: `${credentialId}`, primary: true, selected: true },
  ]);

const OUTLOOK = connect("office365_calendar", 212, "olga@contoso.example", [
  { externalId: "AAMk0AAA=", name: "Calendar", primary: true, selected: true },
  { externalId: "AAMk1BBB=", name: "Launches", selected: true },
  { externalId: "AAMk2CCC=", name: "Birthdays" },
]);
const APPLE = connect("apple_calendar", 301, "anna@icloud.example", [
  { externalId: `${ICLOUD}home/`, name: "Home", selected: true },
  { externalId: `${ICLOUD}work/`, name: "Office", selected: true },
]);
const CALDAV = connect("caldav_calendar", 340, "cara", [
  { externalId: `${DAV}personal/`, name: "Personal", selected: true },
  { externalId: `${DAV}choir/`, name: "Choir", selected: true },
]);
const ICS = connect("ics-feed_calendar", 410, "", [
  { externalId: `${FEEDS}private-1/rota.ics`, name: "Rota", writable: false, selected: true },
  { externalId: `${FEEDS}private-2/club.ics`, name: "Club", writable: false, selected: true },
]);
const DELEGATED = connect(
  "google_calendar",
  -1,
  "dora@acme.example",
  [
    { externalId: "dora@acme.example", name: "dora@acme.example", primary: true, selected: true },
    { externalId: "c_team@group.calendar.google.com", name: "Team", selected: true },
  ],
  ACME.id,
);

const goal = (of: Goal["of"], externalId: string): Goal => ({ of, externalId });
const [GOOGLE_OF_CARA, GOOGLE_OF_INA] = [beside(7003), beside(7004)];

const MAILBOX_OF_DORA = connect("office365_calendar", 7105, "dora@contoso.example", [
  { externalId: "AAMk7105=", name: "Calendar", primary: true, selected: true },
]);

const SEEDS: OwnerSeed[] = [
  {
    name: "Olga",
    userId: 7001,
    connections: [OUTLOOK, beside(7101)],
    bookings: goal(OUTLOOK, "AAMk1BBB="),
    eventTypes: { Intro: goal(OUTLOOK, "AAMk0AAA=") },
  },
  {
    name: "Anna",
    userId: 7002,
    connections: [APPLE, beside(7102)],
    bookings: goal(APPLE, `${ICLOUD}work/`),
    eventTypes: { Intro: goal(APPLE, `${ICLOUD}home/`) },
  },
  {
    name: "Cara",
    userId: 7003,
    connections: [CALDAV, GOOGLE_OF_CARA],
    bookings: goal(GOOGLE_OF_CARA, "7003@example.com"),
    eventTypes: { Intro: goal(CALDAV, `${DAV}choir/`) },
  },
  {
    name: "Ina",
    userId: 7004,
    connections: [ICS, GOOGLE_OF_INA],
    bookings: goal(GOOGLE_OF_INA, "7004@example.com"),
  },
  {
    name: "Dora",
    userId: 7005,
    email: "dora@acme.example",
    connections: [DELEGATED, MAILBOX_OF_DORA],
    bookings: goal(DELEGATED, "c_team@group.calendar.google.com"),
    eventTypes: { Intro: goal(DELEGATED, "dora@acme.example") },
    delegation: ACME,
  },
];

async function setApps() {
  const stage = await setStage({ scenario: "all-well" });
  const owners = await settle(stage, SEEDS);
  const of = (name: string): Owner => {
    const found = owners.find((one) => one.name === name);
    if (!found) throw new Error(`${name} is not there.`);
    return found;
  };
  return { ...stage, owners, of };
}

/** Five people, each with another app that breaks, all mended by the steps. */
story("each app is mended to exactly what was before", setApps, async (stage, step) => {
  const { browser, cal, owners, of } = stage;
  const ids = ["Olga", "Anna", "Cara", "Ina", "Dora"];

  await step("each card says how that app is connected again", async () => {
    cal.control({ action: "break", credentialId: 212, how: "revoked" });
    for (const credentialId of [301, 340]) cal.control({ action: "break", credentialId, how: "failing" });
    cal.control({ action: "break", credentialId: 410, how: "no-calendars" });
    const message = "User dora@acme.example might not exist in Google Workspace";
    cal.control({ action: "break", credentialId: -1, how: "message", message });
    await checkNow(stage);
    // What may pass by itself is beyond doubt after five minutes.
    for (const later of [3, 3]) await checkNow(stage, later * MINUTE);
    for (const name of ids) {
      const { mendings } = await statusOf(stage, of(name));
      expect(
        mendings.map(({ ended }) => ended),
        name,
      ).toEqual([null]);
    }
    const popup = await browser.openPopup();
    const shown = async (name: string) => (await stepsShown(popup, name)).map((one) => one.split(" ")[0]);
    expect(await shown("Olga")).toEqual(["Next:", "After", "After"]);
    expect(await shown("Anna")).toEqual(["Next:", "After"]);
    await popup.waitForText("There is nothing to remove.");
    for (const name of ["Cara", "Ina"]) await openProblem(popup, name);
    expect(await shown("Dora")).toEqual(["Next:", "After"]);
    await popup.waitForText("An administrator repairs it");
    const hrefs = await popup.evaluate(() =>
      [...document.querySelectorAll(".steps a")].map((link) => link.getAttribute("href") ?? ""),
    );
    expect(hrefs.map((href) => new URL(href).pathname).sort()).toEqual([
      "/apps/apple-calendar",
      "/apps/caldav-calendar",
      "/apps/ics-feed",
      "/apps/office365-calendar",
    ]);
    expect(await popup.text()).not.toContain(FEEDS);
    await popup.close();
  });

  await step(
    "once they are connected again some have an old connection to be removed, here or in the web app",
    async () => {
      for (const credentialId of [212, 301, 340, 410]) cal.control({ action: "add-again", credentialId });
      cal.control({ action: "mend", credentialId: -1 });
      await checkNow(stage);
      const popup = await browser.openPopup();
      await popup.waitForText("The old connection of Outlook is still there");
      await showAllProblems(popup);
      await popup.waitFor(() => document.querySelectorAll(".step-next a").length > 1);
      const links = await popup.evaluate(() =>
        [...document.querySelectorAll(".step-next a")].map((link) => link.getAttribute("href")),
      );
      expect(links).toEqual([
        "https://app.cal.com/apps/installed/calendar?hl=caldav-calendar",
        "https://app.cal.com/apps/installed/calendar?hl=ics-feed",
      ]);
      await press(popup, "Remove the old connection", "Olga");
      await popup.click({ role: "button", name: "Remove" });
      await popup.waitFor(() => document.querySelector(".step-next .question") === null, LONG_MS);
      await popup.close();
      for (const credentialId of [340, 410])
        cal.control({ action: "disconnect", credentialId, as: "web-app" });
      await checkNow(stage);
    },
  );

  await step("and everything is put back", async () => {
    for (const name of ids) {
      const owner = of(name);
      const { mendings } = await statusOf(stage, owner);
      if (mendings[0]?.ended) continue;
      const popup = await browser.openPopup();
      await press(popup, "Put everything back", name);
      await expect
        .poll(async () => (await statusOf(stage, owner)).mendings.map(({ ended }) => ended), {
          message: name,
          timeout: LONG_MS,
        })
        .toEqual(["as-before"]);
      expect(setUpOf(cal, owner.userId), name).toEqual(owner.before);
      await popup.close();
    }
    await untilAsBefore(stage, owners);
  });
});
