import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byLabel } from "../support/browsers/control.ts";
import { poll } from "../support/browsers/poll.ts";
import { isSelectedAt } from "./stage/actions.ts";
import { pressSwitch, waitForSwitch } from "./stage/calendar-row.ts";
import { connect } from "./stage/connect.ts";
import { calendarItems } from "./stage/stage.ts";
import { story } from "./stage/story.ts";

story("an account with a thousand calendars", { scenario: "thousand" }, async (stage, step) => {
  await connect(stage);

  await step("shows 99+ on the badge", async () => {
    await expect.poll(async () => (await stage.browser.badge()).text).toBe("99+");
  });

  await step("draws some hundreds of them, and the others when one goes there", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor(() => document.querySelectorAll("li").length >= 300);
    const height = () => popup.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    expect(await popup.evaluate(() => document.querySelectorAll("li").length)).toBeLessThan(1000);
    await scrollToEnd(popup);
    // The page was about as long before as it is now.
    expect(Math.abs((await height()) / before - 1)).toBeLessThan(0.2);
    await popup.close();
  });

  await step("goes to the last of them at one key", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor(() => document.querySelectorAll("li").length >= 300);
    // Where the list was left is gone to first, and what has the focus may not be drawn there: a key that meets nothing does nothing.
    await poll("a key to meet a calendar", async () => {
      await popup.evaluate(() => document.querySelector<HTMLElement>(".calendar .more")?.focus());
      await popup.press("End");
      return popup.evaluate(() => document.activeElement !== document.body);
    });
    await popup.waitFor(
      () => document.activeElement?.closest("li") === [...document.querySelectorAll("li")][999],
    );
    await popup.close();
  });

  await step("lists all of them and narrows them down as one types", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor(() => document.querySelectorAll("li").length >= 300);
    const names = stage.cal.world.users.flatMap(({ connections }) =>
      connections.flatMap(({ calendars }) => calendars.map(({ name }) => name ?? "")),
    );
    expect(names).toHaveLength(1000);
    const wanted = names[777] ?? "";
    await popup.type(byLabel("Filter calendars"), wanted);
    await popup.waitFor(() => document.querySelectorAll("li").length < 60);
    expect((await calendarItems(popup)).some((text) => text.includes(wanted))).toBe(true);
    await popup.close();
  });

  await step("switches one of them, and draws no more than before", async () => {
    const popup = await stage.browser.openPopup();
    // What was typed is there again if it was stored before the popup closed.
    await popup.type(byLabel("Filter calendars"), "");
    await popup.waitFor(() => document.querySelectorAll("li").length >= 300);
    await scrollToEnd(popup);
    const size = () => popup.evaluate(() => document.querySelectorAll("*").length);
    // The eighth of an office is checked for conflicts.
    const { externalId, name } = stage.cal.world.users[0]?.connections[3]?.calendars[7] ?? {};
    const before = await size();
    await pressSwitch(popup, name ?? "");
    await waitForSwitch(popup, name ?? "", false);
    expect(isSelectedAt(stage.cal, externalId ?? "")).toBe(false);
    // One flag more: a word and its icon. A line for what is expected, folded. And a sentence for those who hear the page.
    expect((await size()) - before).toBeLessThan(15);
    await popup.close();
  });
});

/** Until there is nothing more to be drawn on the way. */
async function scrollToEnd(popup: ExtensionPage): Promise<void> {
  await popup.waitFor(() => {
    scrollTo(0, document.documentElement.scrollHeight);
    return document.querySelectorAll("li").length >= 1000;
  });
}
