import { expect } from "vitest";
import { connect } from "./stage/connect.ts";
import { addAnew, GOOGLE, OUTLOOK, setDana } from "./stage/dana.ts";
import { calendarItems, type Stage, untilBadge } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";
import { breakOf, expectTold, findingsInHistory, type Told, watchNotifications } from "./stage/told.ts";

const MINUTE = 60_000;
const NEW_ID = 501;

/** No word of the old connection is left once the app is connected again. */
async function expectNothingLeft(stage: Stage): Promise<void> {
  const popup = await stage.browser.openPopup();
  await popup.waitForText("Copy details");
  const rows = await calendarItems(popup);
  expect(rows.filter((row) => row.includes("Primary"))).toHaveLength(2);
  const shown = await popup.text();
  for (const words of ["no longer connected", "Checking again", "Broken", "Last known", "old connection"]) {
    expect(shown).not.toContain(words);
  }
  await popup.close();
}

const others = [
  { broken: GOOGLE, bookings: OUTLOOK, app: "Google Calendar" },
  { broken: OUTLOOK, bookings: GOOGLE, app: "Outlook Calendar" },
];

/** A check sees that the old connection is missing, before the app is added again. */
for (const { broken, bookings, app } of others) {
  const set = () => setDana([GOOGLE, OUTLOOK], bookings);
  story(`${app} is removed first and added again after it`, set, async (stage, step) => {
    const { browser, cal } = stage;
    const broke: Told = { title: `No access to ${app.replace(" Calendar", "")}`, about: breakOf(broken) };
    await watchNotifications(stage);
    await connect(stage);

    await step("within five minutes nothing is said but the break", async () => {
      cal.control({ action: "break", credentialId: broken.credentialId, how: "revoked" });
      await checkNow(stage);
      await untilBadge(stage, "1");
      cal.control({ action: "disconnect", credentialId: broken.credentialId, as: "web-app" });
      await checkNow(stage);
      for (const later of [1, 2]) await untilChecked(stage, later * MINUTE);
      await expectTold(stage, [broke]);
      expect((await browser.badge()).text).toBe("1");
      expect(await findingsInHistory(stage)).toEqual(["came connection-error"]);
    });

    await step("and then that it works again", async () => {
      addAnew(cal, broken, NEW_ID);
      await checkNow(stage);
      await untilBadge(stage, "");
      const told = [broke, { title: `${app} works again`, about: null }];
      await expectTold(stage, told);
      await expectNothingLeft(stage);
      await untilChecked(stage, 40 * MINUTE);
      await expectTold(stage, told);
      expect((await browser.badge()).text).toBe("");
      expect(await findingsInHistory(stage)).toEqual(["came connection-error", "recovered connection-error"]);
    });
  });
}

const bookingsLost = () => setDana([GOOGLE, OUTLOOK], GOOGLE);

/** Cal.com has put bookings elsewhere meanwhile, and leaves them there. */
story("the app that bookings went to is removed first", bookingsLost, async (stage, step) => {
  const { browser, cal } = stage;
  const broke: Told = { title: "No access to Google", about: breakOf(GOOGLE) };
  await watchNotifications(stage);
  await connect(stage);

  await step("where bookings go is not told before it is settled", async () => {
    cal.control({ action: "break", credentialId: GOOGLE.credentialId, how: "revoked" });
    await checkNow(stage);
    cal.control({ action: "disconnect", credentialId: GOOGLE.credentialId });
    await checkNow(stage);
    await untilChecked(stage, MINUTE);
    await expectTold(stage, [broke]);
  });

  await step("but with the recovery, since it does not pass by itself", async () => {
    addAnew(cal, GOOGLE, NEW_ID);
    await checkNow(stage);
    await untilBadge(stage, "1");
    const about: Told["about"] = { kind: "destination-changed", subject: { type: "destination" } };
    const elsewhere = { title: 'Bookings moved to "Calendar"', about };
    await expectTold(stage, [broke, elsewhere]);
    await untilChecked(stage, 40 * MINUTE);
    await expectTold(stage, [broke, elsewhere]);
    expect((await browser.badge()).text).toBe("1");
    expect(await findingsInHistory(stage)).not.toContain("came connection-gone");
  });
});
