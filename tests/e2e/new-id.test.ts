import { expect } from "vitest";
import { calendarSubject } from "../../utils/core/model/subject.ts";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { isSelectedAt, requestsSince } from "./stage/actions.ts";
import { rowOf, waitForSwitch } from "./stage/calendar-row.ts";
import { connect } from "./stage/connect.ts";
import { press, waitUntilGone } from "./stage/controls.ts";
import { GOOGLE, LAUNCHES, OUTLOOK, setDana } from "./stage/dana.ts";
import { untilBadge } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";
import { expectTold, findingsInHistory, type Told, watchNotifications } from "./stage/told.ts";

const MINUTE = 60_000;
const NEW_ID = "AAMk9ZZZ=";
const MOVED = '"Calendar" has a new id and is not checked';

/** What is wrong: one problem is the headline, of several each has a row. */
const problems = (page: ExtensionPage) =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll("article h3 [id$=-what]")];
    const told = rows.length === 1 ? [...document.querySelectorAll("h1")] : rows;
    return told.map(({ textContent }) => textContent);
  });

/** The provider gives the calendar another id; Cal.com goes on with the old one, which no calendar has. */
const ways = [
  { what: "no bookings go to", bookings: GOOGLE },
  { what: "bookings go to", bookings: OUTLOOK },
];

for (const { what, bookings } of ways) {
  const set = () => setDana([GOOGLE, OUTLOOK], bookings, LAUNCHES);
  story(`a calendar with a new id that ${what}`, set, async (stage, step) => {
    const { browser, cal } = stage;
    const elsewhere = bookings === OUTLOOK;
    const about: Told["about"] = { kind: "calendar-moved", subject: calendarSubject(OUTLOOK, NEW_ID) };
    const told = [{ title: MOVED, about }];
    await watchNotifications(stage);
    await connect(stage);

    await step("is told after five minutes, as one and the same calendar", async () => {
      cal.control({ action: "change-id", externalId: OUTLOOK.externalId, newId: NEW_ID });
      await checkNow(stage);
      for (const later of [1, 2]) await untilChecked(stage, later * MINUTE);
      await expectTold(stage, []);
      await untilChecked(stage, 2 * MINUTE);
      await untilBadge(stage, elsewhere ? "2" : "1");
      await expectTold(stage, told);
    });

    await step("is put right by one press", async () => {
      const popup = await browser.openPopup();
      await popup.waitForText(MOVED);
      const moved = 'Bookings moved to "dana@example.com"';
      expect((await problems(popup)).toSorted()).toEqual(elsewhere ? [MOVED, moved].toSorted() : [MOVED]);
      const before = cal.requests.length;
      await press(popup, elsewhere ? "Put back" : "Turn on", MOVED);
      await waitForSwitch(popup, OUTLOOK.name, true);
      await waitUntilGone(popup, MOVED);
      await waitUntilGone(popup, "Bookings moved to");
      const expected = [
        "POST /v2/selected-calendars",
        ...(elsewhere ? ["PUT /v2/destination-calendars"] : []),
      ];
      expect(requestsSince(cal, before).map((one) => one.what)).toEqual(expected);
      expect(isSelectedAt(cal, NEW_ID)).toBe(true);
      const row = await rowOf(popup, OUTLOOK.name);
      expect(row?.text.includes("Destination")).toBe(elsewhere);
      await popup.close();
      await untilBadge(stage, "");
    });

    await step("and is not told of any more", async () => {
      await untilChecked(stage, 40 * MINUTE);
      await expectTold(stage, told);
      expect((await browser.badge()).text).toBe("");
      const history = await findingsInHistory(stage);
      expect(history.filter((entry) => entry.startsWith("came"))).toHaveLength(elsewhere ? 2 : 1);
      expect(history.join()).not.toMatch(/gone|not-selected|lost/);
    });
  });
}
