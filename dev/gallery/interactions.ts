import type { Page } from "puppeteer-core";
import { DANA } from "../../tests/fixtures/account.ts";
import { problemRef } from "../../utils/copy/problem-ref.ts";
import type { ActionProblem } from "../../utils/core/actions/problem.ts";
import { connectionSubject } from "../../utils/core/model/subject.ts";
import type { BookingsNews } from "../../utils/messaging/bookings.ts";
import type { SetUpProblem } from "../../utils/messaging/replies.ts";
import { answerWith, refuseKeys, tellOfBookings } from "./answering.ts";
import { LINKS, TOLD } from "./found-bookings.ts";
import { livedIn } from "./states/lived-in.ts";

interface Interaction {
  page: "popup" | "options";
  /** The state that it starts from. */
  from: string;
  state: string;
  act: (page: Page) => Promise<void>;
}

const press = (name: string) => async (page: Page) => {
  await page.click(`::-p-aria([name="${name}"][role="button"])`);
};

const OLD_SERVER: SetUpProblem = { problem: "calError", status: 404, message: "Cannot GET /v2/me" };

/** What a person does with the pages. The worker of the gallery is still, so nothing gets an answer. */
export const INTERACTIONS: readonly Interaction[] = [
  { page: "popup", from: "setup", state: "set-up-without-key", act: press("Connect") },
  { page: "popup", from: "setup", state: "set-up-self-hosted", act: connecting("http://cal.example.org") },
  {
    page: "popup",
    from: "setup",
    state: "set-up-unknown-key",
    act: refused({ problem: "wrongKeyOrRegion" }),
  },
  { page: "popup", from: "setup", state: "set-up-not-running", act: refused({ problem: "apiNotRunning" }) },
  { page: "popup", from: "setup", state: "set-up-cal-error", act: refused(OLD_SERVER) },
  { page: "popup", from: "rejected", state: "replace-key", act: press("Replace key") },
  { page: "popup", from: "thousand-calendars", state: "filtered", act: filter("team 3-1") },
  { page: "popup", from: "thousand-calendars", state: "filtered-empty", act: filter("nowhere") },
  { page: "popup", from: "all-well", state: "snooze-row", act: openSnooze },
  { page: "popup", from: "snoozed", state: "snooze-not-stored", act: press("End snooze") },
  { page: "popup", from: "expected", state: "expected-open", act: unfold },
  { page: "popup", from: "expected-for-a-while", state: "expected-for-a-while-open", act: unfold },
  { page: "popup", from: "selection-lost", state: "snooze-this", act: press("Snooze this") },
  { page: "popup", from: "expected", state: "expected-choices", act: chooseMark },
  { page: "popup", from: "accounts-with-problems", state: "accounts-snooze-row", act: openSnooze },
  { page: "popup", from: "thousand-expected", state: "thousand-expected-open", act: unfold },
  { page: "popup", from: "selection-lost", state: "not-marked", act: press("Mark as expected") },
  { page: "popup", from: "snoozed", state: "asked-for", act: askForOutlook },
  { page: "popup", from: "all-well", state: "asked-for-over", act: ask("gone") },
  { page: "popup", from: "readings", state: "rows-opened", act: openRows },
  { page: "popup", from: "readings", state: "switch-under-way", act: turnOff(null) },
  { page: "popup", from: "readings", state: "switch-failed", act: turnOff({ problem: "timedOut" }) },
  { page: "popup", from: "readings", state: "testing-all", act: testAll(null) },
  { page: "popup", from: "readings", state: "tested-all", act: testAll({ problem: "unreadable" }) },
  { page: "popup", from: "restore", state: "not-restored", act: notRestored },
  {
    page: "popup",
    from: "mending-remove",
    state: "mending-remove-asked",
    act: press("Remove the old connection"),
  },
  {
    page: "popup",
    from: "mending-remove-long-names",
    state: "mending-remove-long-names-asked",
    act: press("Remove the old connection"),
  },
  { page: "popup", from: "checked", state: "details", act: press("Copy details") },
  ...Object.entries(TOLD).map(([state, news]) => ({
    page: "popup" as const,
    from: "bookings",
    state,
    act: lookForBookings(news),
  })),
  { page: "popup", from: "bookings", state: "bookings-links", act: openLinks },
  {
    page: "popup",
    from: "bookings-recovered",
    state: "bookings-recovered-missing",
    act: lookForBookings(TOLD["bookings-missing"]),
  },
  { page: "options", from: "setup", state: "set-up-self-hosted", act: connecting("http://cal.example.org") },
  { page: "options", from: "setup", state: "connected", act: beConnected },
  { page: "popup", from: "setup", state: "connected", act: beConnected },
  { page: "options", from: "accounts", state: "account-menu", act: openMenu },
  { page: "options", from: "all-well", state: "replace-key", act: choose("Replace key") },
  { page: "options", from: "all-well", state: "remove", act: choose("Remove") },
  { page: "options", from: "all-well", state: "not-saved", act: changeInterval },
  { page: "options", from: "accounts", state: "rename", act: choose("Rename") },
  { page: "options", from: "all-well", state: "add-account", act: press("Add account") },
  { page: "options", from: "all-well", state: "not-imported", act: importNothing },
  { page: "options", from: "checked", state: "details", act: openDetails },
  { page: "options", from: "history-lively", state: "history-day", act: inHistory(tellOfDay) },
  {
    page: "options",
    from: "history-lively",
    state: "history-export",
    act: inHistory(press("Export the history")),
  },
  { page: "options", from: "history-lively", state: "history-clear", act: inHistory(press("Clear history")) },
];

/** @param apiUrl of a server of one's own; null for Cal.com */
function connecting(apiUrl: string | null) {
  return async (page: Page) => {
    await page.type(`::-p-aria([name="API key"][role="textbox"])`, "cal_live_0123456789");
    if (apiUrl !== null) {
      await page.select("select[name=region]", "self-hosted");
      await page.type(`::-p-aria([name="API URL"])`, apiUrl);
    }
    await press("Connect")(page);
    await page.waitForSelector("[role=alert]");
  };
}

/** The end of the set-up: what the worker would have stored by then. */
async function beConnected(page: Page): Promise<void> {
  await page.evaluate(async (records) => {
    const { storage } = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
    await storage.local.set(records);
  }, livedIn.offer());
  await page.waitForSelector(".connected");
}

async function openMenu(page: Page): Promise<void> {
  await page.click(".account .more");
  await page.waitForSelector("[role=menu]");
}

/** @param name of an entry of an account's menu */
function choose(name: string) {
  return async (page: Page) => {
    await openMenu(page);
    await page.click(`::-p-aria([name="${name}"][role="menuitem"])`);
  };
}

function refused(problem: SetUpProblem) {
  return async (page: Page) => {
    await refuseKeys(page, problem);
    await connecting(problem.problem === "wrongKeyOrRegion" ? null : "https://cal.example.org/api/v2")(page);
  };
}

function filter(text: string) {
  return async (page: Page) => {
    await page.type(`::-p-aria([name="Filter calendars"])`, text);
  };
}

async function changeInterval(page: Page): Promise<void> {
  await page.select(`::-p-aria([name="Check every"])`, "60");
  await page.waitForSelector(".outcome.error");
}

async function importNothing(page: Page): Promise<void> {
  const input = await page.waitForSelector("input[type=file]");
  await input?.uploadFile("package.json");
  await page.waitForSelector("[role=alert]");
}

async function openSnooze(page: Page): Promise<void> {
  await press("Snooze")(page);
  await page.waitForSelector(".snooze-row");
}

async function unfold(page: Page): Promise<void> {
  await page.click(".fold-check summary");
  await page.waitForSelector(".expected");
  for (const members of await page.$$(".members summary")) await members.click();
}

async function chooseMark(page: Page): Promise<void> {
  await press("Expected for how long?")(page);
  await page.type(`::-p-aria([name="Note (optional)"])`, "Outlook is being moved until Thursday");
}

async function openRows(page: Page): Promise<void> {
  // Not by the mouse: what opens moves the next one away from under it.
  await page.evaluate(() => {
    for (const row of [1, 2, 3, 5])
      document.querySelector<HTMLElement>(`.calendar:nth-child(${row}) .more`)?.click();
  });
  await page.waitForFunction(() => document.querySelectorAll(".row-panel").length >= 4);
}

function turnOff(problem: ActionProblem | null) {
  return async (page: Page) => {
    await answerWith(page, problem ? { ok: false, problem } : undefined);
    await page.click(".calendar:nth-child(2) [role=switch]");
    await page.waitForSelector(problem ? ".calendar .alert" : "[role=switch][aria-busy=true]");
  };
}

function testAll(problem: ActionProblem | null) {
  return async (page: Page) => {
    await answerWith(page, problem ? { ok: false, problem } : undefined);
    await page.waitForSelector(`::-p-aria([name="Test reading of all"])`);
    await press("Test reading of all")(page);
    await page.waitForSelector(problem ? ".tested" : `::-p-aria([name="Stop"])`);
  };
}

async function notRestored(page: Page): Promise<void> {
  await answerWith(page, { ok: false, problem: { problem: "connectionBroken" } });
  await press("Put back")(page);
  await page.waitForSelector(".problem [role=alert]");
}

function lookForBookings(news: BookingsNews[] = []) {
  return async (page: Page) => {
    await tellOfBookings(page, news, LINKS);
    await press("Bookings made meanwhile")(page);
    await page.waitForSelector(".meanwhile-progress[max], .bookings-found, .meanwhile .alert");
  };
}

async function openLinks(page: Page): Promise<void> {
  await lookForBookings(TOLD["bookings-missing"])(page);
  await page.click(".booking .button");
  await page.waitForSelector(".booking-links");
}

async function askForOutlook(page: Page): Promise<void> {
  const subject = connectionSubject({
    integration: "office365_calendar",
    credentialId: 212,
    delegationCredentialId: null,
  });
  await ask(problemRef(DANA.id, { kind: "connection-error", subject }))(page);
  await page.waitForSelector(".outlined");
}

function ask(ref: string) {
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

async function openDetails(page: Page): Promise<void> {
  await press("Copy details")(page);
  await page.waitForSelector(".details-text");
}

/** @param act something to do once the history is there */
function inHistory(act: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await page.evaluate(() => {
      location.hash = "history";
    });
    await page.waitForSelector(".history .bar");
    await act(page);
  };
}

async function tellOfDay(page: Page): Promise<void> {
  await page.focus("[role=slider]");
  await page.waitForSelector(".day-told");
}
