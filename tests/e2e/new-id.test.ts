import { expect } from "vitest";
import { calendarSubject } from "../../utils/core/model/subject.ts";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { isSelectedAt, requestsSince } from "./stage/actions.ts";
import { rowOf, waitForSwitch } from "./stage/calendar-row.ts";
import { press, waitUntilGone } from "./stage/controls.ts";
import { GOOGLE, LAUNCHES, OUTLOOK, setDana } from "./stage/dana.ts";
import { connect, untilBadge } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";
import { expectTold, findingsInHistory, type Told, watchNotifications } from "./stage/told.ts";

const MINUTE = 60_000;
const NEW_ID = "AAMk9ZZZ=";
const MOVED = '"Calendar" has a new id and is no longer checked for conflicts';

const cards = (page: ExtensionPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll("article h3")].map((heading) =>
      heading.textContent?.replace(/^\w+:\s*/, ""),
    ),
  );

/** The provider gives the calendar another id; Cal.com goes on with the old one, which no calendar has. */
const ways = [
  { what: "no bookings go to", bookings: GOOGLE, button: "Check for conflicts" },
  { what: "bookings go to", bookings: OUTLOOK, button: "Check for conflicts and put bookings back" },
];

for (const { what, bookings, button } of ways) {
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
      const moved = 'Bookings now go to "dana@example.com" instead of "Calendar"';
      expect((await cards(popup)).toSorted()).toEqual(elsewhere ? [MOVED, moved].toSorted() : [MOVED]);
      const before = cal.requests.length;
      await press(popup, button, MOVED);
      await waitForSwitch(popup, OUTLOOK.name, true);
      await waitUntilGone(popup, MOVED);
      await waitUntilGone(popup, "Bookings now go to");
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
