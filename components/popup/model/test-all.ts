import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { type CalendarSubject, calendarSubject } from "../../../utils/status/subject.ts";
import { subjectName } from "../../../utils/telling/copy/find.ts";
import { listOf, plural, t } from "../../../utils/words.ts";
import type { Reason } from "../acting/acting.ts";
import { reasonSentence } from "../acting/reason-sentence.ts";
import { isLive } from "./settable.ts";

export interface Testable {
  accountId: string;
  calendar: CalendarSubject;
  name: string;
}

/** All calendars that are checked for conflicts and can be tested. */
export function testable(accounts: readonly StoredAccount[]): Testable[] {
  return accounts.flatMap(({ account, memory }) =>
    memory.connections.flatMap((connection) =>
      connection.calendars
        .filter((calendar) => calendar.isSelected && isLive(connection, calendar))
        .map(({ externalId }) => {
          const calendar = calendarSubject(connection, externalId);
          return { accountId: account.id, calendar, name: subjectName(memory, calendar) };
        }),
    ),
  );
}

/** How far testing all of them has got. */
export interface TestRun {
  total: number;
  /** Names, by what came of it. */
  read: string[];
  unreadable: string[];
  notTestable: string[];
  /** `running`; or why it is over: all are done, the person stopped it, or there is no use in going on. */
  state: "running" | "done" | "stopped" | Reason;
}

export function emptyRun(total: number): TestRun {
  return { total, read: [], unreadable: [], notTestable: [], state: "running" };
}

export function testedCount({ read, unreadable, notTestable }: TestRun): number {
  return read.length + unreadable.length + notTestable.length;
}

/** What one calendar's test adds. @param reason why it could not be read; null when it could */
export function withTested(run: TestRun, name: string, reason: Reason | null): TestRun {
  if (reason === null) return { ...run, read: [...run.read, name] };
  switch (reason.problem) {
    case "unreadable":
    case "connectionBroken":
    case "calendarGone":
      return { ...run, unreadable: [...run.unreadable, name] };
    case "notYours":
    case "webAppOnly":
    case "timedOut":
    case "serverFailed":
    case "refused":
      return { ...run, notTestable: [...run.notTestable, name] };
    default:
      // About the account or the way to it: the next one would fare no better.
      return { ...run, state: reason };
  }
}

/** What came of it, each a sentence. */
export function runSummary(run: TestRun): string[] {
  const { state, total, read, unreadable, notTestable } = run;
  const count = testedCount(run);
  return [
    state === "stopped" ? t("reading.stopped", [count, total]) : null,
    typeof state === "object" ? t("reading.stoppedBecause", [count, total, reasonSentence(state)]) : null,
    read.length > 0 ? plural("reading.canBeRead", read.length) : null,
    unreadable.length > 0 ? plural("reading.cannotBeRead", unreadable.length, [named(unreadable)]) : null,
    notTestable.length > 0 ? plural("reading.notTestable", notTestable.length, [named(notTestable)]) : null,
  ].filter((sentence) => sentence !== null);
}

const NAMED = 4;

function named(names: readonly string[]): string {
  const more = names.length - NAMED;
  return listOf(more > 1 ? [...names.slice(0, NAMED), plural("problems.more", more)] : names);
}
