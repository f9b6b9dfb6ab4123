import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byRole } from "../support/browsers/control.ts";
import { brings, takesAway } from "./stage/changes.ts";
import { openFold, press } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { connect, KEY, untilBadge } from "./stage/stage.ts";
import { storedHistory } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

const GOOGLE = "Google Calendar (dana@example.com)";
const BROKE = `${GOOGLE} broke`;
const WORKS = `${GOOGLE} works again`;

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
  const timesOf = (says: string) =>
    page.evaluate(
      (sought) =>
        [...document.querySelectorAll(".history li.entry")]
          .filter((entry) => entry.textContent?.includes(sought))
          .map((entry) => Date.parse(entry.querySelector("time")?.dateTime ?? "")),
      says,
    );
  const barOf = (connection: string) =>
    page.evaluate(
      (name) =>
        [...document.querySelectorAll(".bar")]
          .map((bar) => bar.getAttribute("aria-label") ?? "")
          .find((label) => label.startsWith(name)),
      connection,
    );
  const lastDownload = async () => (await stage.browser.downloads()).at(-1);
  const exportedFile = async (button: string) => {
    // One of the same name may be written over.
    const before = await lastDownload();
    await page.click(byRole("button", button));
    await expect.poll(lastDownload).not.toEqual(before);
    return (await lastDownload()) ?? { name: "", text: "" };
  };

  await step("begins with what the person did and what was found then", async () => {
    expect(await entries()).toContain("You connected this account");
    expect(await entries()).toContain('Notice: "Clinic rota" is read-only');
    expect(await barOf(GOOGLE)).toContain("working on 1 of the last 30 days");
  });

  await step(
    "has a break and its end, at the times of the checks that saw them, while the page is open",
    async () => {
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
      await expect.poll(entries).toContain(WORKS);
      for (const [says, [from = 0, to = 0]] of [
        [BROKE, during.broke],
        [WORKS, during.works],
      ] as const) {
        const times = await timesOf(says);
        expect(times).toHaveLength(1);
        expect(times[0]).toBeGreaterThanOrEqual(from);
        expect(times[0]).toBeLessThanOrEqual(to);
      }
    },
  );

  await step("has what the person marked as expected, took back and snoozed", async () => {
    const popup = await stage.browser.openPopup();
    await openFold(popup, "notice");
    const marked = "3 findings marked as expected";
    await brings(popup, marked, () => press(popup, "Mark as expected", "3 calendars are read-only"));
    await openFold(popup, "check");
    await brings(popup, "Taken back.", () => press(popup, "Take back", "3 calendars are read-only"));
    await popup.click(byRole("button", "Snooze"));
    await brings(popup, "Snoozed until", () => popup.click(byRole("button", "1 hour")));
    await takesAway(popup, "Snoozed until", () => popup.click(byRole("button", "End snooze")));
    await popup.close();
    await expect.poll(async () => (await entries())[0]).toBe("You ended the snooze");
    const did = await entries();
    expect(did[1]).toMatch(/^You snoozed badge and notifications until \d/);
    for (const name of ["Clinic rota", "Birthdays", "Team rota"]) {
      expect(did).toContain(`You marked as expected: "${name}" is read-only`);
      expect(did).toContain(`You no longer expect: "${name}" is read-only`);
    }
  });

  await step("shows one connection, or one kind of change", async () => {
    const all = (await entries()).length;
    await page.select(byRole("combobox", "Connection"), GOOGLE);
    await expect.poll(async () => (await entries()).length).toBeLessThan(all);
    expect(await entries()).toContain(WORKS);
    await brings(page, `2 of ${all} entries match`, () =>
      page.select(byRole("combobox", "Kind of change"), "Connection broken"),
    );
    await expect.poll(entries).toEqual([WORKS, `Error: ${BROKE}`]);
  });

  await step(
    "exports what is chosen, as a table and for programs, with times and without ids or addresses",
    async () => {
      await brings(page, `2 of ${(await entries()).length} entries match`, () =>
        page.select(byRole("combobox", "Kind of change"), "Connection broken"),
      );
      const table = await exportedFile("Export as CSV");
      expect(table.name).toMatch(/^calendar-status-history-\d{4}-\d\d-\d\d\.csv$/);
      const [header, ...rows] = table.text.replace("\ufeff", "").trim().split("\r\n");
      expect(header).toMatch(/^at,text,event,kind,level,app,whose,/);
      expect(rows).toHaveLength(2);
      expect(rows.join()).toContain(BROKE);
      const file = await exportedFile("Export as JSON");
      const { format, version, account, entries: exported } = JSON.parse(file.text);
      expect({ format, version, account }).toEqual({
        format: "calendar-status-history",
        version: 1,
        account: "Dana Lopez (dana@example.com)",
      });
      expect(exported).toHaveLength(2);
      expect(new Set(exported.map(({ event }: { event: string }) => event))).toEqual(
        new Set(["came", "recovered"]),
      );
      const times = exported.map(({ at }: { at: string }) => Date.parse(at)).sort();
      expect(times[0]).toBeGreaterThanOrEqual(during.broke[0] ?? 0);
      expect(times[1]).toBeLessThanOrEqual(during.works[1] ?? 0);
    },
  );

  await step("exports all of it without a filter, and no key and no address of a feed with it", async () => {
    const all = (await storedHistory(stage))?.entries.length;
    const { text } = await exportedFile("Export as JSON");
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
