import { expect } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { openFold, press, waitUntilGone } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { calendarItems, untilBadge } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";

const REVOKED = "No access to Google";
const GONE = "Outlook is no longer connected";

/** What the person says is meant so: from the offer after the first check to what is gone for good. */
story("marking findings as expected", { scenario: "lively" }, async (stage, step) => {
  await connect(stage);
  await untilBadge(stage, "5");
  // Whatever was done has to be there for a worker that knows nothing of it.
  step.beforeEach(() => stage.browser.stopWorker());

  const badge = async () => (await stage.browser.badge()).text;

  await step("offers after the first check to mark all notices at once", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Is this on purpose? Then it need not be counted.");
    await brings(popup, "7 problems marked as expected. They can be taken back below.", () =>
      popup.click(byRole("button", "These are as I want them")),
    );
    await waitUntilGone(popup, "Is this on purpose?");
    await expect.poll(badge).toBe("");
    await popup.close();
  });

  await step("keeps the marks over a check and a restart", async () => {
    await checkNow(stage);
    await stage.browser.restart();
    await stage.browser.stopWorker();
    const popup = await stage.browser.openPopup();
    await popup.waitForText("7 problems marked as expected");
    await untilIdle(stage);
    expect(await popup.text()).not.toContain("Is this on purpose?");
    expect(await badge()).toBe("");
    expect((await stage.browser.badge()).title).toContain("All 9 calendars are working.");
    await popup.close();
  });

  await step(
    "takes a mark back: it is counted again, and the others are not, and nothing is offered again",
    async () => {
      const popup = await stage.browser.openPopup();
      await openFold(popup, "check");
      // "3 calendars read-only", and each of them.
      await popup.click(".expected .entry:nth-child(2) .members > summary");
      await brings(popup, "Taken back. It is counted again.", () => press(popup, "Take back", "Clinic rota"));
      await popup.waitForText("6 problems marked as expected");
      await expect.poll(badge).toBe("1");
      // Answered is answered, also where there is a notice again.
      await untilIdle(stage);
      expect(await popup.text()).not.toContain("Is this on purpose?");
      await popup.close();
    },
  );

  await step("marks one finding and not the others that came with it, until it ends", async () => {
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    await checkNow(stage);
    // The connection, the destination in it, and the feed.
    await expect.poll(badge).toBe("3");
    await stage.browser.stopWorker();
    const popup = await stage.browser.openPopup();
    await brings(popup, "Marked as expected. It can be taken back below.", () =>
      press(popup, "Mark as expected", REVOKED),
    );
    await expect.poll(badge).toBe("2");
    await popup.close();
  });

  await step("has forgotten that mark when the same thing happens again", async () => {
    stage.cal.control({ action: "mend", credentialId: 135 });
    stage.cal.control({ action: "destination", credentialId: 135, externalId: "dana@example.com" });
    await checkNow(stage);
    await expect.poll(badge).toBe("1");
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    await checkNow(stage);
    await expect.poll(badge).toBe("3");
    stage.cal.control({ action: "mend", credentialId: 135 });
    stage.cal.control({ action: "destination", credentialId: 135, externalId: "dana@example.com" });
    await checkNow(stage);
    await expect.poll(badge).toBe("1");
  });

  await step("still has the lasting marks of calendars that were hidden meanwhile", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitForText("6 problems marked as expected");
    await popup.close();
  });

  await step(
    "accepts that a connection is gone: it is no finding any more, and no calendar of it is shown",
    async () => {
      stage.cal.control({ action: "disconnect", credentialId: 212 });
      await checkNow(stage);
      await untilChecked(stage, 310_000);
      await expect.poll(badge).toBe("2");
      await stage.browser.stopWorker();
      const popup = await stage.browser.openPopup();
      await brings(popup, "Accepted. From now on this is how it should be.", () =>
        press(popup, "Accept", GONE),
      );
      await waitUntilGone(popup, GONE);
      await expect.poll(badge).toBe("1");
      expect((await calendarItems(popup)).filter((item) => item.includes("Product launches"))).toEqual([]);
      await popup.close();
    },
  );

  await step("does not miss what was accepted as gone, after a check and a restart", async () => {
    await checkNow(stage);
    await stage.browser.restart();
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Clinic rota");
    await untilIdle(stage);
    expect(await popup.text()).not.toContain(GONE);
    expect(await badge()).toBe("1");
    await popup.close();
  });
});
