import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byRole } from "../support/browsers/control.ts";
import { brings, takesAway } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { openFold, press } from "./stage/controls.ts";
import { layOutForPaper, readBars } from "./stage/history-list.ts";
import { untilIdle } from "./stage/idle.ts";
import { KEY, untilBadge } from "./stage/stage.ts";
import { storedHistory } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

const GOOGLE = "Google Calendar (dana@example.com)";
const BROKE = `${GOOGLE} broke`;
/** The same once it is over, from begin to end. */
const WAS_BROKEN = expect.stringMatching(/^Error: Google Calendar \(dana@example.com\) was broken for /);

/** What changed and what was done, from the first day on. */
story("the history", { scenario: "lively" }, async (stage, step) => {
  let page: ExtensionPage;
  /** When Google broke and when it worked again, in ms since the epoch. */
  const during = { broke: [0, 0], works: [0, 0] };
  await connect(stage);
  await untilBadge(stage, "5");
  step.beforeEach(async () => {
    await stage.browser.stopWorker();
    page = await stage.browser.openPage("options.html#history", { width: 800, height: 900 });
    await page.waitFor(() => /Last 30 days|Nothing has changed yet/.test(document.body.textContent ?? ""));
    return () => page.close();
  });

  /** Every entry that is shown, the newest first: what it says without its time. */
  const entries = () =>
    page.evaluate(() =>
      [...document.querySelectorAll(".history li.entry")].map(
        (entry) => entry.querySelector("p")?.textContent,
      ),
    );
  /** From when until when the entries were that say this, in ms since the epoch. */
  const timesOf = (says: string) =>
    page.evaluate(
      (sought) =>
        [...document.querySelectorAll(".history li.entry")]
          .filter((entry) => entry.textContent?.includes(sought))
          .map((entry) => (entry.querySelector("time")?.dateTime ?? "").split("/").map(Date.parse)),
      says,
    );
  const barOf = async (connection: string) =>
    (await readBars(page)).find((bar) => bar.startsWith(connection));
  const lastDownload = async () => (await stage.browser.downloads()).at(-1);
  const exportedFile = async (format: string) => {
    // One of the same name may be written over.
    const before = await lastDownload();
    await page.click(byRole("button", "Export the history"));
    await page.click(byRole("button", format));
    await expect.poll(lastDownload).not.toEqual(before);
    return (await lastDownload()) ?? { name: "", text: "" };
  };

  await step("begins with what the person did and what was found then", async () => {
    expect(await entries()).toContain("You connected this account");
    expect(await entries()).toContain('Notice: "Clinic rota" is read-only');
    expect(await barOf(GOOGLE)).toContain("working on 1 of the last 30 days");
  });

  await step("has a break while it lasts, and from begin to end once it is over", async () => {
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    during.broke[0] = Date.now();
    await checkNow(stage);
    during.broke[1] = Date.now();
    await expect.poll(entries).toContain(`Error: ${BROKE}`);
    await expect.poll(() => barOf(GOOGLE)).toContain("broken for some of");
    await stage.browser.stopWorker();
    stage.cal.control({ action: "mend", credentialId: 135 });
    stage.cal.control({ action: "destination", credentialId: 135, externalId: "dana@example.com" });
    during.works[0] = Date.now();
    await checkNow(stage);
    during.works[1] = Date.now();
    await expect.poll(entries).toContainEqual(WAS_BROKEN);
    await untilIdle(stage);
    expect(await entries()).not.toContain(`Error: ${BROKE}`);
    const [[begin, end] = []] = await timesOf("was broken for");
    for (const [time, [from = 0, to = 0]] of [
      [begin, during.broke],
      [end, during.works],
    ] as const) {
      expect(time).toBeGreaterThanOrEqual(from);
      expect(time).toBeLessThanOrEqual(to);
    }
  });

  await step("tells of each day of a bar by keys, and goes from there to what happened", async () => {
    const bar = byRole("slider", `${GOOGLE}, day by day`);
    const day = () => page.evaluate(() => document.activeElement?.getAttribute("aria-valuetext"));
    await page.click(bar);
    await page.press("End");
    await expect.poll(day).toMatch(/ · broken \d/);
    await page.press("ArrowLeft");
    await expect.poll(day).toMatch(/ · unknown$/);
    await page.press("Home");
    await page.press("ArrowRight");
    await expect.poll(day).toMatch(/ · unknown$/);
    await page.press("End");
    await page.press("Tab");
    await expect.poll(async () => (await page.focused())?.name).toMatch(/^Show what happened on /);
    await page.press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.querySelector("p")?.textContent))
      .toEqual(WAS_BROKEN);
  });

  await step("lets the keyboard stop once at a bar, and at what a day has", async () => {
    await page.click(byRole("slider", `${GOOGLE}, day by day`));
    await page.press("Home");
    await page.press("Tab");
    await expect
      .poll(page.focused)
      .toEqual({ role: "slider", name: expect.stringMatching(/^(?!Google).+, day by day$/) });
  });

  await step("has what the person marked as expected, took back and snoozed", async () => {
    const popup = await stage.browser.openPopup();
    await openFold(popup, "notice");
    const marked = "3 problems marked as expected";
    await brings(popup, marked, () => press(popup, "Mark as expected", "3 calendars read-only"));
    await openFold(popup, "check");
    await brings(popup, "Taken back.", () => press(popup, "Take back", "3 calendars read-only"));
    await popup.click(byRole("button", "Snooze"));
    await brings(popup, "Snoozed until", () => popup.click(byRole("button", "1 hour")));
    await takesAway(popup, "Snoozed until", () => popup.click(byRole("button", "End snooze")));
    await popup.close();
    await expect.poll(async () => (await entries())[0]).toBe("You ended the snooze");
    const did = await entries();
    expect(did[1]).toMatch(/^You snoozed badge and notifications until .*\d:\d\d/);
    for (const name of ["Clinic rota", "Birthdays", "Team rota"]) {
      expect(did).toContain(`You marked as expected: "${name}" is read-only`);
      expect(did).toContain(`You no longer expect: "${name}" is read-only`);
    }
  });

  await step("shows one connection, problems, changes, or what the person did", async () => {
    const all = (await entries()).length;
    await page.click(byRole("radio", "Mine"));
    await expect
      .poll(async () => new Set((await entries()).map((says) => says?.slice(0, 4))))
      .toEqual(new Set(["You "]));
    await page.click(byRole("radio", "Changes"));
    await expect.poll(async () => (await entries()).some((says) => says?.startsWith("You "))).toBe(false);
    expect(await entries()).not.toContainEqual(WAS_BROKEN);
    await page.click(byRole("radio", "Problems"));
    await expect.poll(entries).toContainEqual(WAS_BROKEN);
    expect((await entries()).every((says) => /^(Error|Warning|Notice): /.test(says ?? ""))).toBe(true);
    await page.select(byRole("combobox", "Connection"), "Outlook Calendar (dana@contoso.example)");
    await expect.poll(entries).not.toContainEqual(WAS_BROKEN);
    await page.select(byRole("combobox", "Connection"), GOOGLE);
    await expect.poll(entries).toContainEqual(WAS_BROKEN);
    await page.select(byRole("combobox", "Time"), "Last 7 days");
    await page.waitForText(` of ${all} entries match`);
    await expect.poll(entries).toContainEqual(WAS_BROKEN);
  });

  await step("says so when nothing passes", async () => {
    const { connections = [], entries: all = [] } = (await storedHistory(stage)) ?? {};
    const changed = new Set(
      all.filter(({ event }) => event === "selected" || event === "unselected").map((one) => one.connection),
    );
    const { app, whose } = connections.find((_, index) => !changed.has(index)) ?? { app: "", whose: null };
    await page.select(byRole("combobox", "Connection"), whose === null ? app : `${app} (${whose})`);
    await brings(page, "Nothing of that kind has happened.", () => page.click(byRole("radio", "Changes")));
    expect(await entries()).toEqual([]);
  });

  await step(
    "exports what is chosen, as a table and for programs, with times and without ids or addresses",
    async () => {
      await page.select(byRole("combobox", "Connection"), GOOGLE);
      await page.click(byRole("radio", "Problems"));
      await page.waitForText(" entries match");
      const table = await exportedFile("As CSV, for spreadsheets");
      expect(table.name).toMatch(/^calendar-status-history-\d{4}-\d\d-\d\d\.csv$/);
      const [header, ...rows] = table.text.replace("\ufeff", "").trim().split("\r\n");
      expect(header).toMatch(/^at,text,event,kind,level,app,whose,/);
      expect(rows.join()).toContain(BROKE);
      expect(rows.join()).not.toContain("You ");
      const file = await exportedFile("As JSON, for programs");
      const { format, version, account, entries: exported } = JSON.parse(file.text);
      expect({ format, version, account }).toEqual({
        format: "calendar-status-history",
        version: 1,
        account: "Dana Lopez (dana@example.com)",
      });
      expect(exported).toHaveLength(rows.length);
      const ofBreak = exported.filter(({ kind }: { kind: string }) => kind === "connection-error");
      expect(ofBreak.map(({ event }: { event: string }) => event)).toEqual(["recovered", "came"]);
      const times = ofBreak.map(({ at }: { at: string }) => Date.parse(at)).sort();
      expect(times[0]).toBeGreaterThanOrEqual(during.broke[0] ?? 0);
      expect(times[1]).toBeLessThanOrEqual(during.works[1] ?? 0);
    },
  );

  await step("is printed alone, with all that it holds and without what can be pressed", async () => {
    const before = await entries();
    const seen = (what: string) =>
      page.evaluate(
        (selector) =>
          [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0)
            .length,
        what,
      );
    const pressable = () => seen("button, select, input, a");
    expect(await pressable()).toBeGreaterThan(8);
    await layOutForPaper(page);
    await expect.poll(pressable).toBe(0);
    expect(await seen("h2")).toBe(1);
    expect(await seen(".bar")).toBeGreaterThan(1);
    expect(await seen(".history li.entry")).toBe(before.length);
    expect(await entries()).toEqual(before);
  });

  await step("exports all of it without a filter, and no key and no address of a feed with it", async () => {
    const all = (await storedHistory(stage))?.entries.length;
    const { text } = await exportedFile("As JSON, for programs");
    expect(JSON.parse(text).entries).toHaveLength(all ?? -1);
    expect(text).toContain("Clinic rota");
    for (const secret of [KEY, "feeds.example.com", "private-abc123", "AAMkAGQ1"])
      expect(text).not.toContain(secret);
  });

  await step("is there after a restart", async () => {
    const before = await entries();
    await page.close();
    await stage.browser.restart();
    page = await stage.browser.openPage("options.html#history");
    await page.waitFor(() => /Last 30 days|Nothing has changed yet/.test(document.body.textContent ?? ""));
    await expect.poll(entries).toEqual(before);
  });

  await step("is cleared after a question, and not when one thinks better of it", async () => {
    const question = "Clear the history of Dana Lopez?";
    await brings(page, question, () => page.click(byRole("button", "Clear history")));
    await takesAway(page, question, () => page.click(byRole("button", "Cancel")));
    await expect.poll(page.focused).toEqual({ role: "button", name: "Clear history" });
    await untilIdle(stage);
    expect((await entries()).length).toBeGreaterThan(0);
    await brings(page, question, () => page.click(byRole("button", "Clear history")));
    await stage.browser.stopWorker();
    // The button of the question is called as the one before it.
    await brings(page, "History cleared", () => page.click(".question .danger"));
    await expect.poll(entries).toEqual([]);
    expect(await storedHistory(stage)).toBeUndefined();
  });

  await step("goes on from there with the next change", async () => {
    stage.cal.control({ action: "break", credentialId: 212, how: "revoked" });
    await checkNow(stage);
    await expect.poll(entries).toEqual(["Error: Outlook Calendar (dana@contoso.example) broke"]);
  });
});
