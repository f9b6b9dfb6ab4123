import type { Page } from "puppeteer-core";
import { DANA } from "../../../tests/fixtures/account.ts";
import { problemRef } from "../../../utils/copy/problem-ref.ts";
import type { ActionProblem } from "../../../utils/core/actions/problem.ts";
import { connectionSubject } from "../../../utils/core/model/subject.ts";
import type { BookingsNews } from "../../../utils/messaging/bookings.ts";
import { answerWith, tellOfBookings } from "../answering.ts";
import { LINKS, TOLD } from "../found-bookings.ts";
import { press } from "./press.ts";

export function filter(text: string) {
  return async (page: Page) => {
    await page.type(`::-p-aria([name="Filter calendars"])`, text);
  };
}

export async function openSnooze(page: Page): Promise<void> {
  await press("Snooze")(page);
  await page.waitForSelector(".snooze-row");
}

export async function unfold(page: Page): Promise<void> {
  await page.click(".fold-check summary");
  await page.waitForSelector(".expected");
  for (const members of await page.$$(".members summary")) await members.click();
}

export async function chooseMark(page: Page): Promise<void> {
  await press("Expected for how long?")(page);
  await page.type(`::-p-aria([name="Note (optional)"])`, "Outlook is being moved until Thursday");
}

export async function openRows(page: Page): Promise<void> {
  // Not by the mouse: what opens moves the next one away from under it.
  await page.evaluate(() => {
    for (const row of [1, 2, 3, 5])
      document.querySelector<HTMLElement>(`.calendar:nth-child(${row}) .more`)?.click();
  });
  await page.waitForFunction(() => document.querySelectorAll(".row-panel").length >= 4);
}

export function turnOff(problem: ActionProblem | null) {
  return async (page: Page) => {
    await answerWith(page, problem ? { ok: false, problem } : undefined);
    await page.click(".calendar:nth-child(2) [role=switch]");
    await page.waitForSelector(problem ? ".calendar .alert" : "[role=switch][aria-busy=true]");
  };
}

export function testAll(problem: ActionProblem | null) {
  return async (page: Page) => {
    await answerWith(page, problem ? { ok: false, problem } : undefined);
    await page.waitForSelector(`::-p-aria([name="Test reading of all"])`);
    await press("Test reading of all")(page);
    await page.waitForSelector(problem ? ".tested" : `::-p-aria([name="Stop"])`);
  };
}

export async function notRestored(page: Page): Promise<void> {
  await answerWith(page, { ok: false, problem: { problem: "connectionBroken" } });
  await press("Put back")(page);
  await page.waitForSelector(".problem [role=alert]");
}

export function lookForBookings(news: BookingsNews[] = []) {
  return async (page: Page) => {
    await tellOfBookings(page, news, LINKS);
    await press("Bookings made meanwhile")(page);
    await page.waitForSelector(".meanwhile-progress[max], .bookings-found, .meanwhile .alert");
  };
}

export async function openLinks(page: Page): Promise<void> {
  await lookForBookings(TOLD["bookings-missing"])(page);
  await page.click(".booking .button");
  await page.waitForSelector(".booking-links");
}

export async function askForOutlook(page: Page): Promise<void> {
  const subject = connectionSubject({
    integration: "office365_calendar",
    credentialId: 212,
    delegationCredentialId: null,
  });
  await ask(problemRef(DANA.id, { kind: "connection-error", subject }))(page);
  await page.waitForSelector(".outlined");
}

export function ask(ref: string) {
  return async (page: Page) => {
    await page.evaluate((hash) => {
      // The outline is to stay for as long as pictures are taken.
      const usual = setTimeout;
      const withoutLong = (then: () => void, ms = 0) => (ms < 1_000 ? usual(then, ms) : 0);
      globalThis.setTimeout = withoutLong as unknown as typeof setTimeout;
      location.hash = hash;
    }, `problem=${ref}`);
    await page.waitForFunction(() => location.hash === "");
  };
}
