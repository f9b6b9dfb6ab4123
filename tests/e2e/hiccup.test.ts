import { expect } from "vitest";
import { connect } from "./stage/connect.ts";
import { GOOGLE, OUTLOOK, setDana } from "./stage/dana.ts";
import { untilBadge } from "./stage/stage.ts";
import { storedHistory } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";
import { breakOf, expectTold, findingsInHistory, type Told, watchNotifications } from "./stage/told.ts";

const MINUTE = 60_000;

/** Calendar providers have bad minutes; Cal.com then answers as if the connection were broken. */
const providers = [
  { failing: OUTLOOK, app: "Outlook Calendar", effect: "and not where bookings go" },
  { failing: GOOGLE, app: "Google Calendar", effect: "and Cal.com puts bookings nowhere meanwhile" },
];

for (const { failing, app, effect } of providers) {
  const set = () => setDana([GOOGLE, OUTLOOK], GOOGLE);
  story(`${app} fails for some minutes, ${effect}`, set, async (stage, step) => {
    const { browser, cal } = stage;
    const { credentialId } = failing;
    await watchNotifications(stage);
    await connect(stage);

    await step("four minutes are a hiccup: four checks, and not a word", async () => {
      cal.control({ action: "break", credentialId, how: "failing" });
      await checkNow(stage);
      for (const later of [1, 2]) {
        await untilChecked(stage, later * MINUTE);
        expect((await browser.badge()).text).toBe("");
      }
      const popup = await browser.openPopup();
      await popup.waitForText("The last answer looked odd");
      await popup.close();
      cal.control({ action: "mend", credentialId });
      await checkNow(stage, MINUTE);
      const all = await browser.openPopup();
      await all.waitForText("All 2 calendars are working");
      await all.close();
      await untilChecked(stage, 40 * MINUTE);
      await expectTold(stage, []);
      expect((await browser.badge()).text).toBe("");
      expect(await findingsInHistory(stage)).toEqual([]);
      const events = ((await storedHistory(stage))?.entries ?? []).map(({ event }) => event);
      expect(events).not.toContain("destination");
    });

    const isDestination = failing === GOOGLE;
    const broke: Told = { title: `${app.replace(" Calendar", "")} can't be read`, about: breakOf(failing) };

    await step("six minutes are a break, which is told once", async () => {
      cal.control({ action: "break", credentialId, how: "failing" });
      await checkNow(stage);
      for (const later of [1, 2]) await untilChecked(stage, later * MINUTE);
      await expectTold(stage, []);
      await untilChecked(stage, 2 * MINUTE);
      await untilBadge(stage, isDestination ? "2" : "1");
      await checkNow(stage, MINUTE);
      await expectTold(stage, [broke]);
    });

    await step("and so is the recovery", async () => {
      cal.control({ action: "mend", credentialId });
      await checkNow(stage);
      await untilBadge(stage, "");
      await untilChecked(stage, 40 * MINUTE);
      await expectTold(stage, [broke, { title: `${app} works again`, about: null }]);
      const kinds = isDestination ? ["connection-error", "destination-changed"] : ["connection-error"];
      const [came, recovered] = ["came", "recovered"].map((event) => kinds.map((kind) => `${event} ${kind}`));
      expect(await findingsInHistory(stage)).toEqual([...(came ?? []), ...(recovered ?? [])]);
      const entries = (await storedHistory(stage))?.entries ?? [];
      expect(entries.every(({ event }) => event !== "unselected" && event !== "selected")).toBe(true);
    });
  });
}
