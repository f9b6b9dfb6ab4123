import { expect } from "vitest";
import type { StatusRecord } from "../../utils/core/model/records.ts";
import type { CalendarSubject } from "../../utils/core/model/subject.ts";
import { findingsIn, isSelectedAt, requestsSince } from "../e2e/stage/actions.ts";
import { pressSwitch, rowOf, waitForSwitch } from "../e2e/stage/calendar-row.ts";
import { brings } from "../e2e/stage/changes.ts";
import { choose } from "../e2e/stage/controls.ts";
import { untilIdle } from "../e2e/stage/idle.ts";
import { expectNothingDone } from "../e2e/stage/nothing-done.ts";
import { invite, type Person, storePeople, untilKnown } from "../e2e/stage/people.ts";
import type { Tell } from "../e2e/stage/steps.ts";
import { everythingStored } from "../e2e/stage/stored.ts";
import { story } from "../e2e/stage/story.ts";
import { checkNow, letTimePass } from "../e2e/stage/time.ts";
import { ACTIONS, type Action, alerts, begin, openPanels, whoTries } from "../e2e/stage/tries.ts";
import { setStageWith, type TwoServers } from "../e2e/stage/two-servers.ts";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byRole } from "../support/browsers/control.ts";
import { poll } from "../support/browsers/poll.ts";

/** Where something is changed or asked for; the list of calendars is answered all the while. */
const ROUTES = ["/v2/selected-calendars", "/v2/destination-calendars", "/v2/calendars/busy-times"];
/** Where Cal.com may have done it all the same, its answer of 10 s ago is outwaited. */
const WITH_ANOTHER_LOOK_MS = 40_000;
/** And 25 s for an answer that does not come. */
const TIMED_OUT_MS = 60_000;
/** A press that has hit is with the server sooner. */
const MISSED_MS = 5_000;

const namesOf = (kind: string) => ACTIONS.map((action) => `${kind} ${action}`);
const setTwoServers = () => setStageWith("api.cal.eu", "all-well", { scenario: "all-well" });

/** One person for each action, so that all can be tried at once; on one server they fail, on the other they hang. */
async function invitePeople(stage: TwoServers): Promise<{ hasty: Person[]; patient: Person[] }> {
  const hasty = invite(stage.cal, namesOf("hasty"), 101);
  const patient = invite(stage.other, namesOf("patient"), 201);
  await storePeople(stage, [
    ...hasty.map((person) => ({ ...person, region: "us" as const })),
    ...patient.map((person) => ({ ...person, region: "eu" as const })),
  ]);
  await untilKnown(stage, [...hasty, ...patient]);
  for (const [cal, people] of [
    [stage.cal, hasty],
    [stage.other, patient],
  ] as const) {
    const { credentialId, side } = whoTries(people, "restore");
    cal.control({ action: "destination", credentialId, externalId: side, userId: credentialId });
  }
  await checkNow(stage);
  await untilIdle(stage);
  return { hasty, patient };
}

const tellOfRefusals: Tell<TwoServers> = async (stage, step) => {
  const { other: slow } = stage;
  const { hasty, patient } = await invitePeople(stage);
  const popup = await stage.browser.openPopup();
  await popup.waitForText(whoTries(patient, "reading").main);
  await openPanels(popup, hasty);
  await openPanels(popup, patient);
  slow.control({ action: "server", mode: "hang", path: ROUTES });
  await begin(popup, patient);

  const beside = (actions: readonly Action[], says: RegExp) =>
    Object.fromEntries(actions.map((action) => [action, expect.stringMatching(says)]));

  /** What Cal.com answers to one moves the others about: who has missed a button presses it again, as a person would. */
  async function beginSurely(action: Action): Promise<void> {
    const before = stage.cal.requests.length;
    const isSent = async () => requestsSince(stage.cal, before).length > 0;
    await poll(`the request for "${action}"`, async () => {
      await begin(popup, hasty, [action]);
      return poll(`one try of "${action}"`, isSent, MISSED_MS).catch(() => false);
    });
  }

  for (const [mode, says] of [
    ["envelope-401", /rejects the API key/],
    ["envelope-403", /rejects the API key/],
    ["envelope-404", /does not find this calendar/],
    ["nest-500", /The server failed \(HTTP 500\)/],
    ["html-200", /did not come from Cal\.com's API/],
    // Last: after it Cal.com is left alone for a while.
    ["rate-limited", /asks to wait/],
  ] as const) {
    await step(`is taken back, with the reason beside it, and is not stored: ${mode}`, async () => {
      // Of a calendar that is to be switched off, "not found" says that it was not on.
      const tried = mode === "envelope-404" ? ACTIONS.filter((action) => action !== "unselect") : ACTIONS;
      const first = stage.cal.requests.length;
      stage.cal.control({ action: "server", mode, path: ROUTES });
      // What was said of the try before may stand there until each is sent.
      for (const action of tried) await beginSurely(action);
      const limit = { timeout: WITH_ANOTHER_LOOK_MS };
      await expect.poll(() => alerts(popup, hasty), limit).toMatchObject(beside(tried, says));
      await expectNothingDone(stage, popup, stage.cal, hasty);
      expect(requestsSince(stage.cal, first)).toHaveLength(tried.length);
    });
  }

  await step("is taken back when there is no answer for 25 s", async () => {
    await expect
      .poll(() => alerts(popup, patient), { timeout: TIMED_OUT_MS })
      .toEqual(beside(ACTIONS, /took too long to answer/));
    await expectNothingDone(stage, popup, slow, patient);
  });
};

story("an action that Cal.com does not do", setTwoServers, tellOfRefusals);

/** Cal.com's answer is held back; what is done while it is awaited is the point. */
story("an action that is under way", setTwoServers, async (stage, step) => {
  const { hasty } = await invitePeople(stage);
  step.beforeEach(async () => {
    stage.cal.control({ action: "server", mode: "normal" });
    stage.cal.control({ action: "slow", ms: 0 });
  });

  const statusOf = async ({ accountId }: Person) =>
    (await everythingStored(stage))[`status:${accountId}`] as StatusRecord;

  /** Presses the switch of a calendar and waits until the server has the request. */
  async function beginTurning(name: string): Promise<ExtensionPage> {
    const popup = await stage.browser.openPopup();
    const first = stage.cal.requests.length;
    await pressSwitch(popup, name);
    await expect.poll(() => requestsSince(stage.cal, first).length).toBe(1);
    return popup;
  }

  async function endWorkerDuring(mode: "hang" | "mute", done: boolean): Promise<void> {
    const person = whoTries(hasty, done ? "unselect" : "select");
    const [name, was] = done ? [person.main, true] : [person.side, false];
    stage.cal.control({ action: "server", mode, path: ROUTES });
    const popup = await beginTurning(name);
    await stage.browser.stopWorker();
    stage.cal.control({ action: "server", mode: "normal" });
    await expect.poll(async () => (await rowOf(popup, name))?.alert).toMatch(/did not answer/);
    await popup.close();
    expect(((await statusOf(person)).nextCheckAt ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThan(
      31_000,
    );
    await letTimePass(stage, 40_000);
    // It is due by now, so whatever wakes the worker lets it look.
    const again = await stage.browser.openPopup();
    await waitForSwitch(again, name, done ? !was : was);
    await again.close();
    await expect.poll(async () => (await statusOf(person)).state.pending).toEqual([]);
    await untilIdle(stage);
    expect(isSelectedAt(stage.cal, name)).toBe(false);
    expect(findingsIn((await statusOf(person)).state)).not.toContain("selection-lost");
    expect((await stage.browser.notifications()).filter(({ title }) => title?.includes(name))).toEqual([]);
  }

  for (const [what, mode, done] of [
    ["has not done it", "hang", false],
    ["has done it", "mute", true],
  ] as const) {
    const name = `leaves the truth, and no loss, when the worker ends and Cal.com ${what}`;
    await step(name, () => endWorkerDuring(mode, done));
  }

  await step("is sent once, however often it is pressed", async () => {
    const { side } = whoTries(hasty, "select");
    stage.cal.control({ action: "slow", ms: 1_000 });
    const first = stage.cal.requests.length;
    const popup = await stage.browser.openPopup();
    await popup.waitForText(side);
    await popup.evaluate(clickThrice, side);
    expect(await rowOf(popup, side)).toMatchObject({ isChecked: true, isBusy: true });
    await waitForSwitch(popup, side, true);
    await untilIdle(stage);
    expect(requestsSince(stage.cal, first)).toHaveLength(1);
    await popup.close();
  });

  await step("says that the calendar is gone, when it was deleted meanwhile", async () => {
    const { main, credentialId } = whoTries(hasty, "reading");
    stage.cal.control({ action: "slow", ms: 1_000 });
    const popup = await beginTurning(main);
    stage.cal.control({ action: "drop", credentialId, externalId: main });
    await expect.poll(async () => (await rowOf(popup, main))?.alert).toMatch(/does not find this calendar/);
    expect((await rowOf(popup, main))?.isBusy).toBe(false);
    await popup.close();
  });

  await step("leaves nothing behind of an account that is removed meanwhile", async () => {
    const { name, side, accountId } = whoTries(hasty, "bookings");
    const page = await stage.browser.openPage("options.html", { width: 800, height: 900 });
    await brings(page, `Remove the account of ${name}?`, () => choose(page, "Remove", name));
    stage.cal.control({ action: "slow", ms: 3_000 });
    const first = stage.cal.requests.length;
    const asked = stage.browser.inExtension((browser, message) => browser.runtime.sendMessage(message), {
      type: "select-calendar",
      accountId,
      calendar: calendarOf(whoTries(hasty, "bookings"), side),
    });
    await expect.poll(() => requestsSince(stage.cal, first).length).toBe(1);
    await brings(page, "Account removed", () => page.click(byRole("button", "Remove account")));
    expect(await asked).toEqual({ ok: false, problem: { problem: "accountGone" } });
    await untilIdle(stage);
    const left = Object.entries(await everythingStored(stage));
    expect(left.filter(([record, value]) => (record + JSON.stringify(value)).includes(accountId))).toEqual(
      [],
    );
    await page.close();
  });
});

/** Runs in the page. */
function clickThrice(name: string): void {
  const row = [...document.querySelectorAll("li.calendar")].find((one) => one.textContent?.startsWith(name));
  for (let times = 0; times < 3; times++) row?.querySelector<HTMLElement>("[role=switch]")?.click();
}

function calendarOf({ credentialId }: Person, externalId: string): CalendarSubject {
  const app = { integration: "google_calendar", credentialId, delegationCredentialId: null };
  return { type: "calendar", ...app, externalId };
}
