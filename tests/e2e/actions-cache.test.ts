import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ACME } from "../support/fake-cal/scenarios/organisation.ts";
import { deedsSince, findingsIn, isSelectedAt } from "./stage/actions.ts";
import { openRow, pressSwitch, rowOf, waitForSwitch } from "./stage/calendar-row.ts";
import { press } from "./stage/controls.ts";
import { connect, type Stage, setStage } from "./stage/stage.ts";
import { storedStatus } from "./stage/stored.ts";
import { checkNow } from "./stage/time.ts";

const TEAM = "c_team@group.calendar.google.com";
const OUTLOOK = "AAMkAGQ1ZmFkLWVu0AAA=";
const CACHE_MS = 10_000;

/** Cal.com keeps a list for 10 s: after some changes it still shows the old state, which must not be believed. */
describe("putting things right while Cal.com repeats itself", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ scenario: "organisation-delegation", cacheMs: CACHE_MS });
    await connect(stage);
  });
  afterAll(() => stage?.close());
  beforeEach(() => stage.browser.stopWorker());

  const state = async () => (await storedStatus(stage)).state;

  /** Switches a calendar, and returns all that its switch showed until it was over, and what was asked for. */
  async function turn(name: string) {
    const popup = await stage.browser.openPopup();
    await popup.waitForText(name);
    const first = stage.cal.requests.length;
    await pressSwitch(popup, name);
    const shown: (boolean | null | undefined)[] = [];
    const isOver = async () => {
      const row = await rowOf(popup, name);
      shown.push(row?.isChecked);
      return row?.isBusy === false;
    };
    await expect.poll(isOver, { timeout: 30_000, interval: 100 }).toBe(true);
    const alert = (await rowOf(popup, name))?.alert;
    await popup.close();
    const lists = stage.cal.requests.slice(first).filter(({ path }) => path === "/v2/calendars").length;
    return { shown: [...new Set(shown)], alert, deeds: deedsSince(stage.cal, first), lists };
  }

  async function expectNoLoss(): Promise<void> {
    const { pending } = await state();
    expect(pending).toEqual([]);
    const kinds = findingsIn(await state());
    expect(kinds.filter((kind) => /selection-lost|destination-changed/.test(kind))).toEqual([]);
  }

  it.each([
    ["off", false],
    ["on", true],
  ])("switches a calendar %s with one look: Cal.com forgets its list then", async (_, wanted) => {
    const { shown, alert, deeds, lists } = await turn("Calendar");
    expect({ shown, alert, lists }).toEqual({ shown: [wanted], alert: null, lists: 1 });
    expect(deeds).toHaveLength(1);
    expect(isSelectedAt(stage.cal, OUTLOOK)).toBe(wanted);
    await expectNoLoss();
  });

  it("waits for a calendar of the organization, whose old list Cal.com goes on showing", async () => {
    // The list that Cal.com keeps is from just now.
    await checkNow(stage);
    const { shown, alert, deeds, lists } = await turn("Team");
    // The switch never goes back in between.
    expect({ shown, alert, lists }).toEqual({ shown: [true], alert: null, lists: 2 });
    expect(deeds).toEqual([
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

  it("and switches it off again", async () => {
    const { shown, alert, deeds } = await turn("Team");
    expect({ shown, alert }).toEqual({ shown: [false], alert: null });
    expect(deeds).toMatchObject([
      {
        what: "DELETE /v2/selected-calendars",
        sent: { externalId: TEAM, credentialId: "-1", delegationCredentialId: ACME.id },
      },
    ]);
    expect(isSelectedAt(stage.cal, TEAM)).toBe(false);
    await expectNoLoss();
  });

  it("adds bookings to another calendar", async () => {
    const popup = await stage.browser.openPopup();
    await openRow(popup, "Calendar");
    await press(popup, "Add bookings here", "Calendar");
    await popup.waitForText("Bookings are added to this calendar.", 30_000);
    await popup.close();
    expect(stage.cal.world.users[0]?.destination?.externalId).toBe(OUTLOOK);
    await expectNoLoss();
  });

  it("knows that an organization's calendar can't be tested, and that the key is fine", async () => {
    const popup = await stage.browser.openPopup();
    await openRow(popup, "dana@acme.example");
    await press(popup, "Test reading", "dana@acme.example");
    await popup.waitForText(
      "Cal.com does not offer this test for calendars that come through your organization.",
      20_000,
    );
    await waitForSwitch(popup, "dana@acme.example", true);
    await popup.close();
    expect(findingsIn(await state())).not.toContain("key-rejected");
  });

  it("takes none of that for a loss later on, nor told anybody of one", async () => {
    await checkNow(stage);
    await expectNoLoss();
    // That nothing of Outlook was checked for a moment is worth saying, whoever caused it.
    const told = (await state()).findings.filter(({ notified }) => notified.length > 0);
    expect(told.map(({ kind }) => kind).filter((kind) => kind !== "connection-unchecked")).toEqual([]);
  });
});
