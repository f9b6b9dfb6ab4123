import { expect } from "vitest";
import { ACME } from "../support/fake-cal/scenarios/organisation.ts";
import { findingsIn, isSelectedAt, requestsSince } from "./stage/actions.ts";
import { openRow, pressSwitch, rowOf, waitForSwitch } from "./stage/calendar-row.ts";
import { brings, watchBusy } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { press } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

const TEAM = "c_team@group.calendar.google.com";
const OUTLOOK = "AAMkAGQ1ZmFkLWVu0AAA=";
const ORGANISATION = { scenario: "organisation-delegation", cacheMs: 10_000 };

/** Cal.com keeps a list for 10 s: after some changes it still shows the old state, which must not be believed. */
story("putting things right while Cal.com repeats itself", ORGANISATION, async (stage, step) => {
  await connect(stage);
  // The first check may still be under way.
  await untilIdle(stage);
  step.beforeEach(() => stage.browser.stopWorker());

  const state = async () => (await storedStatus(stage)).state;

  /** Switches a calendar, and returns all that its switch showed until it was over, and what was asked for. */
  async function turn(name: string) {
    const popup = await stage.browser.openPopup();
    await popup.waitForText(name);
    const first = stage.cal.requests.length;
    const hasBeenBusy = await watchBusy(popup);
    await pressSwitch(popup, name);
    const shown: (boolean | null | undefined)[] = [];
    const isOver = async () => {
      const row = await rowOf(popup, name);
      shown.push(row?.isChecked);
      return hasBeenBusy();
    };
    await expect.poll(isOver, { interval: 100 }).toBe(true);
    const alert = (await rowOf(popup, name))?.alert;
    await popup.close();
    const lists = stage.cal.requests.slice(first).filter(({ path }) => path === "/v2/calendars").length;
    return { shown: [...new Set(shown)], alert, requests: requestsSince(stage.cal, first), lists };
  }

  async function expectNoLoss(): Promise<void> {
    await untilIdle(stage);
    const { pending } = await state();
    expect(pending).toEqual([]);
    const kinds = findingsIn(await state());
    expect(kinds.filter((kind) => /selection-lost|destination-changed/.test(kind))).toEqual([]);
  }

  for (const wanted of [false, true]) {
    const name = `switches a calendar ${wanted ? "on" : "off"} with one look: Cal.com forgets its list then`;
    await step(name, async () => {
      const { shown, alert, requests, lists } = await turn("Calendar");
      expect({ shown, alert, lists }).toEqual({ shown: [wanted], alert: null, lists: 1 });
      expect(requests).toHaveLength(1);
      expect(isSelectedAt(stage.cal, OUTLOOK)).toBe(wanted);
      await expectNoLoss();
    });
  }

  await step("waits for a calendar of the organization, whose old list Cal.com goes on showing", async () => {
    // The list that Cal.com keeps is from just now.
    await checkNow(stage);
    const { shown, alert, requests, lists } = await turn("Team");
    // The switch never goes back in between.
    expect({ shown, alert, lists }).toEqual({ shown: [true], alert: null, lists: 2 });
    expect(requests).toEqual([
      {
        what: "POST /v2/selected-calendars",
        sent: {
          integration: "google_calendar",
          externalId: TEAM,
          credentialId: -1,
          delegationCredentialId: ACME.id,
        },
      },
    ]);
    await expectNoLoss();
  });

  await step("and switches it off again", async () => {
    const { shown, alert, requests } = await turn("Team");
    expect({ shown, alert }).toEqual({ shown: [false], alert: null });
    expect(requests).toMatchObject([
      {
        what: "DELETE /v2/selected-calendars",
        sent: { externalId: TEAM, credentialId: "-1", delegationCredentialId: ACME.id },
      },
    ]);
    expect(isSelectedAt(stage.cal, TEAM)).toBe(false);
    await expectNoLoss();
  });

  await step("adds bookings to another calendar", async () => {
    const popup = await stage.browser.openPopup();
    await openRow(popup, "Calendar");
    const pressed = () => press(popup, "Add bookings here", "Calendar");
    await brings(popup, "Bookings are added to this calendar.", pressed);
    await popup.close();
    expect(stage.cal.world.users[0]?.destination?.externalId).toBe(OUTLOOK);
    await expectNoLoss();
  });

  await step("knows that an organization's calendar can't be tested, and that the key is fine", async () => {
    const popup = await stage.browser.openPopup();
    await openRow(popup, "dana@acme.example");
    await brings(
      popup,
      "Cal.com does not offer this test for calendars that come through your organization.",
      () => press(popup, "Test reading", "dana@acme.example"),
    );
    await waitForSwitch(popup, "dana@acme.example", true);
    await popup.close();
    await untilIdle(stage);
    expect(findingsIn(await state())).not.toContain("key-rejected");
  });

  await step("takes none of that for a loss later on, nor told anybody of one", async () => {
    await checkNow(stage);
    await expectNoLoss();
    await untilIdle(stage);
    // That nothing of Outlook was checked for a moment is worth saying, whoever caused it.
    const told = (await state()).findings.filter(({ notified }) => notified.length > 0);
    expect(told.map(({ kind }) => kind).filter((kind) => kind !== "connection-unchecked")).toEqual([]);
  });
});
