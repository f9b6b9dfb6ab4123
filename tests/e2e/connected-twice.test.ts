import { expect } from "vitest";
import { connectionSubject } from "../../utils/core/model/subject.ts";
import { connect } from "./stage/connect.ts";
import { GOOGLE, OUTLOOK, setDana } from "./stage/dana.ts";
import { untilBadge } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";
import { expectTold, findingsInHistory, type Told, watchNotifications } from "./stage/told.ts";

const MINUTE = 60_000;
const DUPLICATE = 501;
const set = () => setDana([GOOGLE, OUTLOOK], GOOGLE);

story("a duplicate that works is removed by the API", set, async (stage, step) => {
  const { browser, cal } = stage;
  await watchNotifications(stage);
  await connect(stage);

  await step("is there twice, which is worth a look and no news", async () => {
    cal.control({ action: "add-again", credentialId: OUTLOOK.credentialId, newCredentialId: DUPLICATE });
    await checkNow(stage);
    await untilBadge(stage, "1");
    const popup = await browser.openPopup();
    await popup.waitForText("1 connection is there twice");
    // Each calendar is one, however often it is listed.
    await popup.waitForText("All 2 calendars are working");
    await popup.close();
    await expectTold(stage, []);
  });

  await step("and once, when one of the two is gone: nothing is lost and nothing is said", async () => {
    cal.control({ action: "disconnect", credentialId: DUPLICATE });
    await checkNow(stage);
    await untilBadge(stage, "");
    await untilChecked(stage, 40 * MINUTE);
    await expectTold(stage, []);
    expect((await browser.badge()).text).toBe("");
    expect(await findingsInHistory(stage)).toEqual(["came connection-twice", "recovered connection-twice"]);
  });
});

story("a duplicate that works is removed in the web app", set, async (stage, step) => {
  const { browser, cal } = stage;
  await watchNotifications(stage);
  await connect(stage);

  await step("which switches off the calendar of its twin: not told at once", async () => {
    cal.control({ action: "add-again", credentialId: OUTLOOK.credentialId, newCredentialId: DUPLICATE });
    await checkNow(stage);
    cal.control({ action: "disconnect", credentialId: DUPLICATE, as: "web-app" });
    await checkNow(stage);
    for (const later of [1, 2]) await untilChecked(stage, later * MINUTE);
    await expectTold(stage, []);
    expect((await browser.badge()).text).toBe("");
  });

  await step("but after five minutes, as choices that are lost and not as a connection", async () => {
    await untilChecked(stage, 2 * MINUTE);
    await untilBadge(stage, "2");
    const about: Told["about"] = { kind: "connection-unchecked", subject: connectionSubject(OUTLOOK) };
    await expectTold(stage, [{ title: "No calendar of Outlook is checked for conflicts", about }]);
    expect(await findingsInHistory(stage)).toEqual([
      "came connection-twice",
      "recovered connection-twice",
      "came connection-unchecked",
      "came selection-lost",
    ]);
    const popup = await browser.openPopup();
    await popup.waitForText('"Calendar" is no longer checked for conflicts');
    expect(await popup.text()).not.toContain("no longer connected");
    await popup.close();
  });
});
