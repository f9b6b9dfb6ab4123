import type { Page } from "puppeteer-core";
import type { SetUpProblem } from "../../utils/messaging/replies.ts";
import {
  changeInterval,
  choose,
  importNothing,
  inHistory,
  openDetails,
  openMenu,
  tellOfDay,
} from "./acts/options.ts";
import {
  ask,
  askForOutlook,
  chooseMark,
  filter,
  lookForBookings,
  notRestored,
  openLinks,
  openRows,
  openSnooze,
  testAll,
  turnOff,
  unfold,
} from "./acts/popup.ts";
import { press } from "./acts/press.ts";
import { beConnected, connecting, refused } from "./acts/set-up.ts";
import { TOLD } from "./found-bookings.ts";

interface Interaction {
  page: "popup" | "options";
  /** The state that it starts from. */
  from: string;
  state: string;
  act: (page: Page) => Promise<void>;
}

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
