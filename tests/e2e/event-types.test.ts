import { expect } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { openProblem, press, waitUntilGone } from "./stage/controls.ts";
import { GOOGLE, OUTLOOK, setDana } from "./stage/dana.ts";
import { openDetailsIn } from "./stage/details-view.ts";
import { untilIdle } from "./stage/idle.ts";
import { type Stage, untilBadge } from "./stage/stage.ts";
import { storedHistory, storedSettings, storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";
import { breakOf, expectTold, type Told, watchNotifications } from "./stage/told.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TITLES = ["Intro call", "Review"];
const CALENDAR = { integration: OUTLOOK.integration, externalId: OUTLOOK.externalId };
const LOST = "2 event types no longer add bookings to their own calendar";
const BROKEN = "2 event types add bookings to a calendar that is broken or gone";

/** Bookings go to Google, but those of two event types to Outlook; a third one has no calendar of its own. */
async function withEventTypes(): Promise<Stage> {
  const stage = await setDana([GOOGLE, OUTLOOK], GOOGLE);
  for (const [index, title] of [...TITLES, "Chat"].entries()) {
    const eventTypeId = 3001 + index;
    stage.cal.control({ action: "add-event-type", eventTypeId, title, hidden: index === 1 });
    if (title === "Chat") continue;
    const { credentialId, externalId } = OUTLOOK;
    stage.cal.control({ action: "event-type-destination", eventTypeId, credentialId, externalId });
  }
  return stage;
}

/** The calendars that event types have of their own, as Cal.com has them. */
const ownAt = ({ cal }: Stage) =>
  cal.world.users[0]?.eventTypes.map(
    ({ destination }) =>
      destination && { integration: destination.integration, externalId: destination.externalId },
  );

const eventType = (id: number) => ({ type: "eventType", id }) as const;

const eventTypeRequests = ({ cal }: Stage, method: string) =>
  cal.requests.filter((one) => one.method === method && one.path.startsWith("/v2/event-types")).length;

story("the calendars of event types, from a break to as before", withEventTypes, async (stage, step) => {
  const { browser, cal } = stage;
  await watchNotifications(stage);
  await connect(stage);
  const before = ownAt(stage);
  const told: Told[] = [];

  await step("a break is told once, with the event types that it is about", async () => {
    cal.control({ action: "break", credentialId: OUTLOOK.credentialId, how: "revoked" });
    await checkNow(stage);
    await untilBadge(stage, "3");
    told.push({ title: "No access to Outlook", about: breakOf(OUTLOOK) });
    await expectTold(stage, told);
    const popup = await browser.openPopup();
    await openProblem(popup, "No access to Outlook");
    await popup.waitForText(BROKEN);
    const text = await popup.text();
    for (const title of TITLES) expect(text).toContain(title);
    expect(text).not.toContain("Chat");
    await popup.close();
  });

  await step("connected again and the old one removed as the web app does, they have lost them", async () => {
    cal.control({ action: "add-again", credentialId: OUTLOOK.credentialId });
    cal.control({ action: "disconnect", credentialId: OUTLOOK.credentialId, as: "web-app" });
    expect(ownAt(stage)).toEqual([null, null, null]);
    await browser.stopWorker();
    await checkNow(stage);
    await untilChecked(stage, 3 * MINUTE);
    await untilChecked(stage, 3 * MINUTE);
    await untilBadge(stage, "2");
    const popup = await browser.openPopup();
    await openProblem(popup, LOST);
    const links = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>(".event-types a")].map(({ href }) => href),
    );
    expect(links).toEqual([3001, 3002].map((id) => `https://app.cal.com/event-types/${id}`));
    await popup.close();
    told.push({ title: "Outlook Calendar works again", about: null });
    told.push({ title: LOST, about: { kind: "event-type-destination-lost", subject: eventType(3001) } });
    await expectTold(stage, told);
  });

  await step("Put back gives each its own again, which is no news", async () => {
    await browser.stopWorker();
    const popup = await browser.openPopup();
    await popup.waitForText(LOST);
    await press(popup, "Put back", LOST);
    await waitUntilGone(popup, LOST);
    expect(await popup.text()).toContain("All 2 calendars are working");
    await popup.close();
    expect(ownAt(stage)).toEqual(before);
    expect(before).toEqual([CALENDAR, CALENDAR, null]);
    await untilBadge(stage, "");
    await expectTold(stage, told);
    const entries = (await storedHistory(stage))?.entries ?? [];
    const put = entries.filter(({ action }) => action === "restore-event-types");
    expect(put.map(({ name }) => name).toSorted()).toEqual(TITLES);
    expect(eventTypeRequests(stage, "PATCH")).toBe(2);
  });
});

story("event types that can't be read", withEventTypes, async (stage, step) => {
  const { browser, cal } = stage;
  await connect(stage);
  await untilIdle(stage);

  for (const [mode, problem] of [
    ["envelope-403", "outOfScope"],
    ["no-api-v2", "notOffered"],
    ["truncated", "unreadable"],
    ["envelope-401", "failed"],
  ] as const) {
    await step(`${mode}: nothing is raised, and the details say so`, async () => {
      cal.control({ action: "server", mode, path: "/v2/event-types" });
      await untilChecked(stage, 7 * HOUR);
      const { state, eventTypesRead } = await storedStatus(stage);
      expect(eventTypesRead?.problem).toBe(problem);
      expect([state.findings, state.failures, state.rejection]).toEqual([[], 0, null]);
      expect(state.eventTypes).toHaveLength(3);
      expect((await browser.badge()).text).toBe("");
      const page = await browser.openPage("options.html#help");
      const text = await openDetailsIn(page);
      expect(text).toMatch(new RegExp(`Event types last read: .+ \\(${problem}\\)`));
      for (const title of TITLES) expect(text).not.toContain(title);
      await page.close();
    });
  }

  await step("switched off they are forgotten at once, and not asked for any more", async () => {
    cal.control({ action: "server", mode: "normal" });
    const page = await browser.openPage("options.html#alerts");
    await brings(page, "Saved", () => page.click(byRole("switch", "Watch event types")));
    expect((await storedSettings(stage)).eventTypes).toBe(false);
    await page.close();
    const { state, eventTypesRead } = await storedStatus(stage);
    expect([state.eventTypes, eventTypesRead]).toEqual([[], null]);
    const asked = eventTypeRequests(stage, "GET");
    cal.control({ action: "break", credentialId: OUTLOOK.credentialId, how: "revoked" });
    await untilChecked(stage, 7 * HOUR);
    await untilBadge(stage, "1");
    await untilIdle(stage);
    expect(eventTypeRequests(stage, "GET")).toBe(asked);
  });
});
