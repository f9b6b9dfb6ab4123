import { expect } from "vitest";
import { connect } from "./stage/connect.ts";
import { openProblem } from "./stage/controls.ts";
import { APPLE, GOOGLE, setDana } from "./stage/dana.ts";
import { calendarItems, setStage, untilBadge } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";
import { breakOf, expectTold, findingsInHistory, type Told, watchNotifications } from "./stage/told.ts";

const MINUTE = 60_000;

story(
  "Apple is connected again with the same Apple ID",
  () => setDana([APPLE, GOOGLE], GOOGLE),
  async (stage, step) => {
    const { browser, cal } = stage;
    const broke: Told = { title: "Apple can't be read", about: breakOf(APPLE) };
    await watchNotifications(stage);
    await connect(stage);

    await step("a wrong password is told after five minutes, with no advice to remove anything", async () => {
      cal.control({ action: "break", credentialId: APPLE.credentialId, how: "failing" });
      await checkNow(stage);
      for (const later of [1, 2]) await untilChecked(stage, later * MINUTE);
      await expectTold(stage, []);
      await untilChecked(stage, 2 * MINUTE);
      await untilBadge(stage, "1");
      await expectTold(stage, [broke]);
      const popup = await browser.openPopup();
      await openProblem(popup, "Apple can't be read");
      await popup.waitForText("There is nothing to remove.");
      await popup.close();
    });

    await step("it is the same connection then, with the same choices", async () => {
      cal.control({ action: "add-again", credentialId: APPLE.credentialId });
      await checkNow(stage);
      await untilBadge(stage, "");
      const popup = await browser.openPopup();
      await popup.waitForText("All 2 calendars are working");
      expect((await calendarItems(popup)).filter((row) => row.includes(APPLE.name))).toHaveLength(1);
      expect(await popup.text()).not.toContain("Not selected");
      await popup.close();
      await untilChecked(stage, 40 * MINUTE);
      await expectTold(stage, [broke, { title: "Apple Calendar works again", about: null }]);
      expect(await findingsInHistory(stage)).toEqual(["came connection-error", "recovered connection-error"]);
    });
  },
);

const atAcme = () => setStage({ scenario: "organisation-delegation" });

story("an administrator mends what came through the organisation", atAcme, async (stage, step) => {
  const { browser, cal } = stage;
  const [user] = cal.world.users;
  const delegated = user?.connections.find(({ delegationCredentialId }) => delegationCredentialId !== null);
  const id = { integration: "google_calendar", credentialId: -1 };
  const connection = { ...id, delegationCredentialId: delegated?.delegationCredentialId ?? "" };
  const broke: Told = {
    title: "Your organization has no access to Google",
    about: breakOf(connection),
  };
  await watchNotifications(stage);
  await connect(stage);
  await untilBadge(stage, "2");

  await step("who is asked to, and nobody is told to connect or remove anything", async () => {
    const message = `User ${user?.email} might not exist in Google Workspace`;
    cal.control({ action: "break", credentialId: -1, how: "message", message });
    await checkNow(stage);
    await expectTold(stage, [broke]);
    const popup = await browser.openPopup();
    await openProblem(popup, broke.title);
    await popup.waitForText("Ask an administrator of your organization to repair the delegation credential");
    const shown = await popup.text();
    for (const words of ["Connect again", "Remove the old connection"]) expect(shown).not.toContain(words);
    await popup.close();
  });

  await step("which is told once when it is done", async () => {
    cal.control({ action: "mend", credentialId: -1 });
    await checkNow(stage);
    await untilBadge(stage, "2");
    const told = [broke, { title: "Google Calendar works again", about: null }];
    await expectTold(stage, told);
    await untilChecked(stage, 40 * MINUTE);
    await expectTold(stage, told);
    expect((await findingsInHistory(stage)).slice(-4)).toEqual([
      "came connection-error",
      "came destination-broken",
      "recovered connection-error",
      "recovered destination-broken",
    ]);
  });
});
