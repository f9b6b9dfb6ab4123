import { shownFindings, summarise } from "../status/summary.ts";
import { whoIs } from "../store/account.ts";
import { plural, t } from "../words.ts";
import type { Known, KnownAccount } from "./known.ts";
import { when } from "./when.ts";

/**
 * What the pointer on the toolbar button shows: what there is, how many, and when it was last checked.
 * @param now ms since the epoch
 */
export function tooltipOf(known: Known, now: number): string {
  const { accounts, settings, newer } = known;
  if (newer && accounts.length === 0) return t("tooltip.newer");
  if (accounts.length === 0) return t("tooltip.setup");
  const { state } = summarise(memoriesOf(known), settings.countingLevel, now);
  switch (state) {
    case "rejected":
      return sentences(t("tooltip.rejected", [rejectedOf(accounts)]), lastChecked(accounts, now));
    case "attention":
      return sentences(counted(known, now), lacking(accounts) ?? "", lastChecked(accounts, now));
    case "unknown":
      return sentences(lacking(accounts) ?? unreachable(accounts, now), t("tooltip.asOfThen"));
    case "setup":
    case "ok":
      return sentences(calm(accounts, newer), lastChecked(accounts, now));
  }
}

const sentences = (...all: string[]) => all.filter((sentence) => sentence !== "").join(" ");
const memoriesOf = ({ accounts }: Known) => accounts.map(({ memory }) => memory);

function rejectedOf(accounts: readonly KnownAccount[]): string {
  return accounts.flatMap(({ account, memory }) => (memory.rejection ? [whoIs(account)] : [])).join(", ");
}

/** The same number as on the badge, and which of it are problems. */
function counted(known: Known, now: number): string {
  const { countingLevel } = known.settings;
  const memories = memoriesOf(known);
  const all = summarise(memories, countingLevel, now).count;
  const atLeast = countingLevel === "error" ? "error" : "warning";
  const problems = summarise(memories, atLeast, now).count;
  if (problems === all) return plural("tooltip.problems", all);
  if (problems === 0) return plural("tooltip.looks", all);
  return plural("tooltip.problemsAnd", problems, [plural("tooltip.andLooks", all - problems)]);
}

function unreachable(accounts: readonly KnownAccount[], now: number): string {
  const since = accounts
    .filter(({ memory }) => shownFindings(memory).some(({ kind }) => kind === "unreachable"))
    .map(({ memory }) => memory.lastGoodAt ?? memory.firstAttemptAt ?? now);
  return t("tooltip.unreachable", [when(Math.min(...since, now), now).text]);
}

function lacking(accounts: readonly KnownAccount[]): string | null {
  const account = accounts.find(({ lacks }) => lacks !== null);
  if (!account) return null;
  if (account.lacks === "key") return t("tooltip.noKey", [whoIs(account.account)]);
  return t("tooltip.noPermission", [new URL(account.account.apiUrl).host]);
}

/** Nothing is counted, which is not always the same as "all is well". */
function calm(accounts: readonly KnownAccount[], newer: boolean): string {
  const lack = lacking(accounts);
  if (lack) return lack;
  if (newer) return t("tooltip.newer");
  const unanswered = accounts.find(({ memory }) => memory.lastGoodAt === null);
  if (unanswered) return t(unanswered.memory.lastFailure ? "tooltip.neverReached" : "tooltip.firstCheck");
  const findings = accounts.flatMap(({ memory }) => shownFindings(memory));
  if (findings.some(({ confirmed }) => !confirmed)) return t("tooltip.checkingAgain");
  if (findings.some(({ level }) => level !== "notice")) return t("tooltip.nothingNew");
  const calendars = workingCalendars(accounts);
  return calendars === 0 ? t("tooltip.noCalendars") : plural("tooltip.allWorking", calendars);
}

function workingCalendars(accounts: readonly KnownAccount[]): number {
  const connections = accounts.flatMap(({ memory }) => memory.connections);
  return connections
    .filter(({ condition }) => condition === "healthy")
    .reduce((sum, { calendars }) => sum + calendars.filter(({ missing }) => !missing).length, 0);
}

/** Of several accounts the one whose last good answer is oldest: no part of the sentence is older than it says. */
function lastChecked(accounts: readonly KnownAccount[], now: number): string {
  const times = accounts.flatMap(({ memory }) => memory.lastGoodAt ?? []);
  if (times.length === 0) return "";
  const { text, isToday } = when(Math.min(...times), now);
  return t(isToday ? "tooltip.lastCheckedAt" : "tooltip.lastCheckedOn", [text]);
}
