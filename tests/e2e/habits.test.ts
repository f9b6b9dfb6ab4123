import { expect } from "vitest";
import { byLabel } from "../support/browsers/control.ts";
import { isSelectedAt } from "./stage/actions.ts";
import { pressSwitch, waitForSwitch } from "./stage/calendar-row.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { openFold, press } from "./stage/controls.ts";
import { untilBadge } from "./stage/stage.ts";
import { storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";

/** Three calendars that are one row of what is worth a look. */
const MARKED = "3 calendars read-only";
const FAMILY = "family0123@group.calendar.google.com";

/** What was just done is taken back with one press. */
story("taking back what was just done", { scenario: "lively" }, async (stage, step) => {
  await connect(stage);
  await untilBadge(stage, "5");

  const markedReadOnly = async () =>
    (await storedStatus(stage)).state.findings.filter(
      ({ kind, acknowledged }) => kind === "read-only" && acknowledged,
    ).length;

  await step("turns a switch back at Cal.com, and offers no more", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Family");
    await brings(popup, "Undo", () => pressSwitch(popup, "Family"));
    await waitForSwitch(popup, "Family", true);
    expect(isSelectedAt(stage.cal, FAMILY)).toBe(true);
    await popup.click({ role: "button", name: "Undo" });
    await waitForSwitch(popup, "Family", false);
    expect(isSelectedAt(stage.cal, FAMILY)).toBe(false);
    expect(await popup.text()).not.toContain("Undo");
    // What is turned off from here is as the person wants it.
    await untilBadge(stage, "4");
    await popup.close();
  });

  await step("counts again what was marked as expected", async () => {
    const popup = await stage.browser.openPopup();
    await openFold(popup, "notice");
    await brings(popup, "Undo", () => press(popup, "Mark as expected", MARKED));
    await expect.poll(markedReadOnly).toBe(3);
    await popup.click({ role: "button", name: "Undo" });
    await expect.poll(markedReadOnly).toBe(0);
    await untilBadge(stage, "4");
    await popup.close();
  });
});

/** The popup is opened and closed all the time: whoever looks for one calendar does not start again each time. */
story("the place in a long list", { scenario: "forty-seven" }, async (stage, step) => {
  await connect(stage);

  await step("is there again when the popup is opened soon after", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Check for conflicts");
    await popup.type(byLabel("Filter calendars"), "primary");
    const shown = () => popup.evaluate(() => document.querySelectorAll("li.calendar").length);
    await expect.poll(shown).toBeLessThan(47);
    const left = await shown();
    await expect.poll(async () => (await stage.browser.inExtension(readPlace)) ?? "").toBe("primary");
    await popup.close();

    const again = await stage.browser.openPopup();
    await again.waitForText("Check for conflicts");
    expect((await again.state(byLabel("Filter calendars")))?.value).toBe("primary");
    expect(await again.evaluate(() => document.querySelectorAll("li.calendar").length)).toBe(left);
    await again.close();
  });
});

/** Runs in the extension. */
async function readPlace({ storage }: typeof import("webextension-polyfill")): Promise<string | undefined> {
  const { place } = await storage.session.get("place");
  return (place as { filter: string } | undefined)?.filter;
}
