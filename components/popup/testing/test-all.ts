import { accountName } from "../../../utils/copy/account-name.ts";
import { listOf, plural, t } from "../../../utils/copy/i18n.ts";
import { subjectName } from "../../../utils/copy/names.ts";
import { reasonSentence } from "../../../utils/copy/reason-sentence.ts";
import { isLive } from "../../../utils/core/calendars/settable.ts";
import { type CalendarSubject, calendarSubject } from "../../../utils/core/model/subject.ts";
import type { Reason } from "../../../utils/messaging/action-message.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { readingOf } from "./reading.ts";

export interface Testable {
  accountId: string;
  /** The account's name. */
  account: string;
  calendar: CalendarSubject;
  name: string;
}

/** All calendars that are checked for conflicts and can be tested. */
export function testable(accounts: readonly StoredAccount[]): Testable[] {
  return accounts.flatMap(({ account, state }) =>
    state.connections.flatMap((connection) =>
      connection.calendars
        .filter((calendar) => calendar.isSelected && isLive(connection, calendar))
        .map(({ externalId }) => {
          const calendar = calendarSubject(connection, externalId);
          return {
            accountId: account.id,
            account: accountName(account),
            calendar,
            name: subjectName(state, calendar),
          };
        }),
    ),
  );
}

/** How far testing all of them has got. */
export interface TestRun {
  total: number;
  /** Whether they are all of one account. */
  isOfOne: boolean;
  /** By what came of it; what is stored of `answered` ones says whether Cal.com saw anything in them. */
  answered: Testable[];
  unreadable: string[];
  notTestable: string[];
  /** Accounts of which the rest is not tested, with why and how many. */
  skipped: { accountId: string; account: string; reason: Reason; count: number }[];
  /** `running`; or why it is over: all are done, the person stopped it, or there is no use in going on. */
  state: "running" | "done" | "stopped" | Reason;
}

export function startedRun(calendars: readonly Testable[]): TestRun {
  return {
    total: calendars.length,
    isOfOne: new Set(calendars.map(({ accountId }) => accountId)).size === 1,
    answered: [],
    unreadable: [],
    notTestable: [],
    skipped: [],
    state: "running",
  };
}

export function testedCount({ answered, unreadable, notTestable }: TestRun): number {
  return answered.length + unreadable.length + notTestable.length;
}

/** How many are over, tested or not. */
export function passedCount(run: TestRun): number {
  return run.skipped.reduce((sum, { count }) => sum + count, testedCount(run));
}

export function isSkipped({ skipped }: TestRun, { accountId }: Testable): boolean {
  return skipped.some((one) => one.accountId === accountId);
}

/** Passes over one more calendar of an account that is skipped. */
export function withSkipped(run: TestRun, { accountId }: Testable): TestRun {
  const skipped = run.skipped.map((one) =>
    one.accountId === accountId ? { ...one, count: one.count + 1 } : one,
  );
  return { ...run, skipped };
}

/** What one calendar's test adds. @param reason why it could not be read; null when it was answered */
export function withTested(run: TestRun, tested: Testable, reason: Reason | null): TestRun {
  const { accountId, account, name } = tested;
  if (reason === null) return { ...run, answered: [...run.answered, tested] };
  switch (reason.problem) {
    case "unreadable":
    case "connectionBroken":
    case "calendarGone":
      return { ...run, unreadable: [...run.unreadable, name] };
    case "notSelected":
    case "notYours":
    case "webAppOnly":
    case "timedOut":
    case "serverFailed":
    case "calError":
    case "refused":
      return { ...run, notTestable: [...run.notTestable, name] };
    case "keyRejected":
    case "outOfScope":
    case "noKey":
    case "accountGone":
    case "rateLimited":
    case "noPermission":
    case "unreachable":
    case "redirected":
    case "notCalApi":
      // Its other calendars would fare no better, but another account's may.
      return { ...run, skipped: [...run.skipped, { accountId, account, reason, count: 1 }] };
    default:
      // About this device: the next one would fare no better.
      return { ...run, state: reason };
  }
}

/** What came of it, each a sentence. */
export function runSummary(run: TestRun, accounts: readonly StoredAccount[]): string[] {
  const { state, total, answered, unreadable, notTestable, skipped } = run;
  const count = testedCount(run);
  const seen = answered.filter((one) => isAnythingSeen(accounts, one));
  const blank = answered.filter((one) => !seen.includes(one)).map(({ name }) => name);
  return [
    state === "stopped" ? t("reading.stopped", [count, total]) : null,
    typeof state === "object" ? t("reading.stoppedBecause", [count, total, reasonSentence(state)]) : null,
    ...skipped.map(({ account, reason }) =>
      run.isOfOne
        ? t("reading.stoppedBecause", [count, total, reasonSentence(reason)])
        : t("reading.skipped", [account, reasonSentence(reason)]),
    ),
    seen.length > 0 ? plural("reading.canBeRead", seen.length) : null,
    blank.length > 0 ? t("reading.blank", [named(blank)]) : null,
    unreadable.length > 0 ? plural("reading.cannotBeRead", unreadable.length, [named(unreadable)]) : null,
    notTestable.length > 0 ? plural("reading.notTestable", notTestable.length, [named(notTestable)]) : null,
  ].filter((sentence) => sentence !== null);
}

/** Without a busy time nothing shows that a calendar can be read. */
function isAnythingSeen(accounts: readonly StoredAccount[], { accountId, calendar }: Testable): boolean {
  const readings = accounts.find(({ account }) => account.id === accountId)?.readings ?? [];
  const reading = readingOf(readings, calendar);
  return reading?.outcome === "busy" && reading.count > 0;
}

const NAMED = 4;

function named(names: readonly string[]): string {
  const more = names.length - NAMED;
  return listOf(more > 1 ? [...names.slice(0, NAMED), plural("problems.more", more)] : names);
}
