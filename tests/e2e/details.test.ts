import { expect } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { brings, pressUntilDone } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { openFold, press } from "./stage/controls.ts";
import { findingsOf, noteCopied, openDetailsIn } from "./stage/details-view.ts";
import { replayed } from "./stage/replay.ts";
import { KEY, untilBadge } from "./stage/stage.ts";
import { storedAccounts } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { A_MOMENT_MS, checkNow, letTimePass, untilChecked } from "./stage/time.ts";

/** Whose they are, where they are, and what is in nobody's business to know. */
const SECRETS = [
  KEY,
  KEY.slice(-8),
  "feeds.example.com",
  "private-abc123",
  "rota",
  "Dana",
  "dana@",
  "example.com",
  "contoso",
  "icloud",
  "20961146906",
  "AAMkAGQ1ZmFkLWVu",
  "family0123",
  "team-rota@group",
  "Family",
  "Climbing",
  "launches",
];

/** What is handed over for a bug report, after a time in which much happened. */
story("details for a bug report", { scenario: "lively" }, async (stage, step) => {
  await connect(stage);
  await step("are about a time in which much happened", liveThrough);
  step.beforeEach(() => stage.browser.stopWorker());

  /** Marks, a lost network, a server that fails, a break, and a connection that goes. */
  async function liveThrough() {
    await untilBadge(stage, "5");
    const first = await stage.browser.openPopup();
    await brings(first, "7 problems marked as expected.", () =>
      first.click(byRole("button", "These are as I want them")),
    );
    await first.close();
    await untilBadge(stage, "");
    const popup = await stage.browser.openPopup();
    await openFold(popup, "check");
    await brings(popup, "Taken back.", () => press(popup, "Take back", "3 calendars read-only"));
    await popup.close();
    await stage.browser.emulate({ offline: true });
    await letTimePass(stage, A_MOMENT_MS);
    // A worker in Chromium is offline, too, where a page is opened that is.
    const offline = await stage.browser.openPopup();
    await pressUntilDone(offline, "Check now");
    await offline.close();
    await stage.browser.emulate({ offline: false });
    stage.cal.control({ action: "server", mode: "gone" });
    await check();
    stage.cal.control({ action: "server", mode: "normal" });
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    stage.cal.control({ action: "disconnect", credentialId: 212 });
    await check();
    // Long enough for what is gone to be known to be.
    await check(310_000);
  }

  async function check(laterMs?: number) {
    await stage.browser.stopWorker();
    await (laterMs === undefined ? checkNow(stage) : untilChecked(stage, laterMs));
  }

  /** None of them is in it, neither is the id of the account. */
  async function expectNobodyNamed(text: string) {
    const ids = (await storedAccounts(stage)).map(({ id }) => id);
    expect(ids).toHaveLength(1);
    expect([...SECRETS, ...ids].filter((secret) => text.includes(secret))).toEqual([]);
  }

  const lastDownload = async () => (await stage.browser.downloads()).at(-1)?.text;

  /** @param before the recording that was saved before; browsers may write over it */
  async function saveRecording(before?: string): Promise<{ text: string; recording: string }> {
    const page = await stage.browser.openPage("options.html#help");
    const text = await openDetailsIn(page);
    await brings(page, "Saved as calendar-status-recording-1.jsonl", () =>
      page.click(byRole("button", "Save recording")),
    );
    await expect.poll(lastDownload).not.toBe(before);
    await page.close();
    return { text, recording: (await lastDownload()) ?? "" };
  }

  await step("tells versions, settings, findings and checks, and names nobody", async () => {
    const page = await stage.browser.openPage("options.html#help");
    const text = await openDetailsIn(page);
    expect(text).toMatch(/^Calendar Status for Cal\.com \d/);
    expect(text).toMatch(
      stage.browser.name === "firefox" ? /^Browser: Firefox \d/m : /^Browser: Chrom\S* \d/m,
    );
    expect(text).toContain("intervalMinutes: 30");
    expect(text).toMatch(/ {2}Server: Cal\.com\n/);
    expect(text).toMatch(/Z +\d+ ms {2}offline\n/);
    expect(text).toMatch(/Z +\d+ ms {2}answer \(new\)\n/);
    expect(findingsOf(text)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ level: "error", kind: "connection-error", confirmed: true }),
        expect.objectContaining({ level: "warning", kind: "connection-gone", confirmed: true }),
        expect.objectContaining({ kind: "not-selected", expected: true }),
        expect.objectContaining({ kind: "read-only", expected: false }),
      ]),
    );
    await expectNobodyNamed(text);
    await page.close();
  });

  for (const where of ["popup", "settings"]) {
    await step(`are shown in the ${where} before they are copied, and copied as shown`, async () => {
      const { browser } = stage;
      const page =
        where === "popup" ? await browser.openPopup() : await browser.openPage("options.html#help");
      const copied = await noteCopied(page);
      const text = await openDetailsIn(page);
      expect(await page.text()).toContain("Look through it before you pass it on.");
      expect(await copied()).toEqual([]);
      await page.click(byRole("button", "Copy"));
      await expect.poll(() => page.texts("status")).toContain("Copied");
      expect(await copied()).toEqual([text]);
      await expectNobodyNamed(text);
      await page.click(byRole("button", "Close"));
      await expect.poll(() => page.focused()).toEqual({ role: "button", name: "Copy details" });
      await page.close();
    });
  }

  await step("are selected where the browser does not allow copying", async () => {
    const page = await stage.browser.openPage("options.html#help");
    await page.evaluate(() => {
      const refuse = () => Promise.reject(new DOMException("", "NotAllowedError"));
      Object.defineProperty(navigator.clipboard, "writeText", { value: refuse });
    });
    const text = await openDetailsIn(page);
    await brings(page, "The browser did not allow copying.", () => page.click(byRole("button", "Copy")));
    await expect
      .poll(async () => (await page.evaluate(() => String(getSelection()))).trim())
      .toBe(text.trim());
    await page.close();
  });

  await step(
    "come with a recording that the replay tool takes and that ends in the same findings",
    async () => {
      const { text, recording } = await saveRecording();
      const { status, stderr, findings } = replayed(recording);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(findings.length).toBeGreaterThan(4);
      expect(findings).toEqual(findingsOf(text));
      await expectNobodyNamed(recording);
      expect(recording).not.toMatch(/"credentialId":(135|212|301|410)\b/);
    },
  );

  await step("go on after a restart with the next check", async () => {
    const before = (await lastDownload()) ?? "";
    await stage.browser.restart();
    stage.cal.control({ action: "mend", credentialId: 135 });
    await check();
    const { text, recording } = await saveRecording(before);
    const known = withoutTimes(before);
    expect(withoutTimes(recording).slice(0, known.length)).toEqual(known);
    expect(withoutTimes(recording).length).toBeGreaterThan(known.length);
    expect(findingsOf(text).filter(({ kind }) => kind === "connection-error")).toEqual([]);
    expect(replayed(recording)).toMatchObject({ status: 0, findings: findingsOf(text) });
  });
});

/** Its lines without their times, which the test itself moves. */
function withoutTimes(recording: string): string[] {
  return recording
    .trim()
    .split("\n")
    .map((line) => line.replace(/^\{"at":"[^"]*",/, "{"));
}
