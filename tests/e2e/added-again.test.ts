import { expect } from "vitest";
import { pressSwitch, rowOf, waitForSwitch } from "./stage/calendar-row.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { FAMILY, GOOGLE, OUTLOOK, setDana } from "./stage/dana.ts";
import { calendarItems, type Stage, untilBadge } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";
import { breakOf, expectTold, findingsInHistory, type Told, watchNotifications } from "./stage/told.ts";

const MINUTE = 60_000;
/** What is wrong here has no other words in any of these stories. */
const NEVER_SAID = ["Still broken", "no longer connected", "disappeared", "Last known", "Connect again"];

const BREAK: Told = { title: "No access to Google", about: breakOf(GOOGLE) };

/** What the popup shows once the app is connected again beside its old connection. */
async function expectOldBeside(stage: Stage, app: string): Promise<void> {
  const popup = await stage.browser.openPopup();
  await popup.waitForText(`${app} is connected again. Remove the old connection:`);
  await popup.waitForText("This is the old connection. It has to be removed.");
  const shown = await popup.text();
  for (const words of NEVER_SAID) expect(shown).not.toContain(words);
  const rows = await calendarItems(popup);
  expect(rows.filter((row) => row.includes("Primary"))).toHaveLength(2);
  await popup.close();
}

for (const as of ["api", "web-app"] as const) {
  const stageOf = () => setDana([GOOGLE, OUTLOOK], GOOGLE);
  story(`Google is added again and the old one removed as by the ${as}`, stageOf, async (stage, step) => {
    const { browser, cal } = stage;
    await watchNotifications(stage);
    await connect(stage);

    await step("a break is told once, together with what becomes of bookings", async () => {
      cal.control({ action: "break", credentialId: GOOGLE.credentialId, how: "revoked" });
      await checkNow(stage);
      await untilBadge(stage, "2");
      await expectTold(stage, [BREAK]);
    });

    await step("added again beside it is no news, and the old one has to be removed", async () => {
      cal.control({ action: "add-again", credentialId: GOOGLE.credentialId });
      await browser.stopWorker();
      await checkNow(stage);
      await expectOldBeside(stage, "Google");
      await checkNow(stage);
      await expectTold(stage, [BREAK]);
      expect((await browser.badge()).text).toBe("2");
    });

    await step("once it is removed all is well, which is told once", async () => {
      cal.control({ action: "disconnect", credentialId: GOOGLE.credentialId, as });
      await browser.stopWorker();
      await checkNow(stage);
      await untilBadge(stage, "");
      const told = [BREAK, { title: "Google Calendar works again", about: null }];
      await expectTold(stage, told);
      await untilChecked(stage, 40 * MINUTE);
      await expectTold(stage, told);
      expect((await browser.badge()).text).toBe("");
      expect(await findingsInHistory(stage)).toEqual([
        "came connection-error",
        "came destination-changed",
        "recovered connection-error",
        "recovered destination-changed",
      ]);
    });
  });
}

const withFamily = () => setDana([GOOGLE, OUTLOOK], GOOGLE, FAMILY);

story("a choice that goes with the old connection", withFamily, async (stage, step) => {
  const { browser, cal } = stage;
  await watchNotifications(stage);
  await connect(stage);
  const back: Told = { title: 'Bookings are added to "dana@example.com" again', about: null };

  await step("is still there while the old one is", async () => {
    cal.control({ action: "break", credentialId: GOOGLE.credentialId, how: "revoked" });
    await checkNow(stage);
    cal.control({ action: "add-again", credentialId: GOOGLE.credentialId, newCredentialId: 501 });
    await checkNow(stage);
    await expectTold(stage, [BREAK]);
    const popup = await browser.openPopup();
    await waitForSwitch(popup, "Family", true);
    await popup.close();
  });

  await step("is told as lost five minutes after that is removed, with the recovery", async () => {
    cal.control({ action: "disconnect", credentialId: GOOGLE.credentialId });
    await checkNow(stage);
    await expectTold(stage, [BREAK, back]);
    for (const later of [1, 2]) await untilChecked(stage, later * MINUTE);
    await expectTold(stage, [BREAK, back]);
    expect((await browser.badge()).text).toBe("");
    await untilChecked(stage, 2 * MINUTE);
    const subject = {
      ...breakOf({ ...GOOGLE, credentialId: 501 })?.subject,
      type: "calendar",
      externalId: FAMILY.externalId,
    };
    const lost = { kind: "selection-lost", subject } as Told["about"];
    await expectTold(stage, [
      BREAK,
      back,
      { title: '"Family" is no longer checked for conflicts', about: lost },
    ]);
    expect((await browser.badge()).text).toBe("1");
    expect(await findingsInHistory(stage)).not.toContain("came connection-gone");
  });
});

story(
  "Outlook is added again beside its old connection",
  () => setDana([GOOGLE, OUTLOOK], GOOGLE),
  async (stage, step) => {
    const { browser, cal } = stage;
    const broke: Told = { title: "No access to Outlook", about: breakOf(OUTLOOK) };
    await watchNotifications(stage);
    await connect(stage);

    await step("which is no news", async () => {
      cal.control({ action: "break", credentialId: OUTLOOK.credentialId, how: "revoked" });
      await checkNow(stage);
      cal.control({ action: "add-again", credentialId: OUTLOOK.credentialId });
      await checkNow(stage);
      await expectOldBeside(stage, "Outlook");
      await expectTold(stage, [broke]);
    });

    await step("and its calendar can't be switched off before that is removed", async () => {
      const popup = await browser.openPopup();
      const why =
        "Cal.com holds this choice twice, once for an old connection. Remove the old connection first.";
      await brings(popup, why, () => pressSwitch(popup, OUTLOOK.name));
      expect(await rowOf(popup, OUTLOOK.name)).toMatchObject({ alert: why, isChecked: true });
      await popup.close();
      await expectTold(stage, [broke]);
    });

    await step("but then", async () => {
      cal.control({ action: "disconnect", credentialId: OUTLOOK.credentialId });
      await checkNow(stage);
      await untilBadge(stage, "");
      const told = [broke, { title: "Outlook Calendar works again", about: null }];
      await expectTold(stage, told);
      expect(await findingsInHistory(stage)).toEqual(["came connection-error", "recovered connection-error"]);
      const popup = await browser.openPopup();
      await pressSwitch(popup, OUTLOOK.name);
      await waitForSwitch(popup, OUTLOOK.name, false);
      await popup.close();
      await expectTold(stage, told);
    });
  },
);
