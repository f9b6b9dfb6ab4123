import type { AccountState } from "../../core/model/account-state.ts";
import { type ChecksLog, isCheck, type LoggedCheck } from "../../core/model/checks-log.ts";
import { MINUTE } from "../../core/time.ts";
import type { AccountDetails, NotRead } from "../details.ts";
import type { Pseudonyms } from "../pseudonyms.ts";
import { redacted } from "../redact.ts";
import { calendarLines } from "./calendars.ts";
import { eventTypeLines } from "./event-types.ts";
import { findingLines } from "./findings.ts";
import { type Servers, utc } from "./servers.ts";

/** One account: nobody's name, no key, no id. */
export function accountLines(
  details: AccountDetails,
  place: number,
  servers: Servers,
  names: Pseudonyms,
  words: ReadonlySet<string>,
): string[] {
  const { account, state, log, nextCheckAt, notStored } = details;
  const read = typeof state === "string" ? null : state;
  return [
    `Account ${place}`,
    `  Server: ${servers.place(account)}`,
    `  Key: kept ${account.keyIn === "local" ? "in this browser profile" : "until the browser closes"}`,
    `  Connected: ${utc(account.addedAt)}`,
    ...(notStored ? ["  The last answer could not be stored: what follows may be out of date."] : []),
    ...(read ? statusLines(read, nextCheckAt) : [`  Status: ${state}`]),
    ...clockLine(details.clockAheadBy),
    ...(details.actsByItself > 0 ? [`  Put back by itself in the last day: ${details.actsByItself}`] : []),
    ...(read ? eventTypeLines(read, details.eventTypesRead) : []),
    ...(read ? findingLines(read, names) : []),
    ...(read ? calendarLines(read, names, words) : []),
    ...checksLines(log, words),
  ];
}

/** Times of what was found are by a clock of the account's own then. */
function clockLine(aheadBy: number): string[] {
  if (aheadBy === 0) return [];
  const minutes = Math.round(Math.abs(aheadBy) / MINUTE);
  return [
    `  The browser's clock jumped, and is not believed yet: ${minutes} min ${aheadBy > 0 ? "ahead" : "behind"}`,
  ];
}

function statusLines(state: AccountState, nextCheckAt: number | null): string[] {
  const {
    lastAttemptAt,
    lastGoodAt,
    failures,
    lastFailure,
    rejection,
    snoozeUntil,
    snoozed,
    acknowledgements,
    dropped,
  } = state;
  const gone = Object.entries(dropped).filter(([, number]) => number > 0);
  return [
    `  Last check: ${utc(lastAttemptAt)}; last good answer: ${utc(lastGoodAt)}; next check: ${utc(nextCheckAt)}`,
    ...(failures > 0
      ? [`  Failures in a row: ${failures}${lastFailure ? ` (${lastFailure.reason})` : ""}`]
      : []),
    ...(rejection ? [`  Key rejected: ${rejection}`] : []),
    ...(snoozeUntil === null ? [] : [`  Snoozed until: ${utc(snoozeUntil)}`]),
    ...(snoozed.length === 0 ? [] : [`  Snoozed problems: ${snoozed.length}`]),
    `  Lasting marks as expected: ${acknowledgements.length}`,
    ...(gone.length > 0
      ? [
          `  Dropped, since too many: ${gone.map(([what, number]) => `${number} ${what === "acknowledgements" ? "marks" : what}`).join(", ")}`,
        ]
      : []),
  ];
}

const MOST = 50;

/** The last checks with time, duration and what came of them, newest first. */
function checksLines(log: ChecksLog | NotRead, words: ReadonlySet<string>): string[] {
  if (log === "missing") return ["  Last checks: none"];
  if (typeof log === "string") return [`  Last checks: the record is ${log}`];
  const checks = log.entries.filter(isCheck).slice(-MOST).reverse();
  return [
    `  Last checks: ${checks.length}`,
    ...(log.outcomesOnly
      ? ["    The answers are too large to be kept, or some were damaged, so there is no recording."]
      : []),
    ...checks.map(
      (check) => `    ${utc(check.at)}  ${`${check.ms} ms`.padStart(9)}  ${outcomeOf(check, words)}`,
    ),
  ];
}

function outcomeOf(
  { outcome, status, wait, message, answer }: LoggedCheck,
  words: ReadonlySet<string>,
): string {
  if (outcome === "answer") return answer ? "answer (new)" : "answer";
  const http = status === undefined ? "" : ` (HTTP ${status})`;
  const said = message === undefined ? "" : `: ${redacted(message, words)}`;
  return `${outcome}${http}${said}${wait === undefined ? "" : `, asked to wait ${Math.ceil(wait)} s`}`;
}
