import { standing } from "./connections.ts";
import { isUnsettled, sameDestination } from "./destination.ts";
import type { Judge } from "./judge.ts";
import type { Finding, Memory, Recovery } from "./memory.ts";
import { connectionOf, findingKey } from "./subject.ts";

const HOUR = 3_600_000;
const QUIET_KINDS = ["connection-error", "calendar-gone", "flapping"];

export type News = Pick<Finding, "kind" | "subject" | "level"> & { recovered: boolean };

export function isSnoozed(memory: Memory, now: number): boolean {
  return now < memory.snoozedUntil;
}

/** What a good answer gives to tell, apart from a snooze: what is new is kept until it is over, what recovered is not. */
export function newsOf(judge: Judge, starting: Set<string>): News[] {
  const { memory, now } = judge;
  for (const finding of memory.findings.values())
    if (isNews(finding))
      finding.due =
        mayBeTold(judge, finding, starting) || (finding.due && finding.subject.type !== "destination");
  const recovered = memory.recoveries.filter((recovery) => mayBeToldRecovered(judge, recovery));
  memory.recoveries = memory.recoveries.filter((recovery) => !recovered.includes(recovery));
  if (isSnoozed(memory, now)) return [];
  return [...tellDue(memory, now), ...recovered.map((it) => ({ ...it, recovered: true }))];
}

/** Without a good answer: what became news in a snooze, and of the destination what a suspicion no longer holds back. */
export function newsWithoutAnswer(memory: Memory, now: number): News[] {
  for (const finding of memory.findings.values())
    if (finding.subject.type === "destination") finding.due = isNews(finding) && !isUnsettled(memory);
  return tellDue(memory, now);
}

/** Tells what has become news and still stands. */
function tellDue(memory: Memory, now: number): News[] {
  if (isSnoozed(memory, now)) return [];
  const due = [...memory.findings.values()].filter((finding) => finding.due && isNews(finding));
  for (const finding of due) {
    finding.due = false;
    finding.toldLevels.add(finding.level);
    if (finding.destination !== undefined) finding.toldDestinations.push(finding.destination);
  }
  return due.map((finding) => ({ ...finding, recovered: false }));
}

function isNews(finding: Finding): boolean {
  const { kind, level, visible, claim, expected, toldLevels, destination, toldDestinations } = finding;
  if (!visible || !claim?.confirmed || expected || level === "notice" || kind === "unreachable") return false;
  if (!toldLevels.has(level)) return true;
  return destination !== undefined && !toldDestinations.some((told) => sameDestination(told, destination));
}

function mayBeTold(judge: Judge, { kind, subject, claim }: Finding, starting: Set<string>): boolean {
  if (subject.type === "destination") return !isUnsettled(judge.memory);
  const key = connectionOf(subject);
  const connection = key === null ? undefined : judge.memory.connections.get(key);
  if (!QUIET_KINDS.includes(kind) || connection === undefined || !connection.quiet || starting.has(key ?? ""))
    return true;
  return kind !== "flapping" && judge.now - (claim?.confirmedAt ?? 0) >= HOUR;
}

/** Whether what recovered is still right, and nothing about it is suspected. */
function mayBeToldRecovered(judge: Judge, recovery: Recovery): boolean {
  const { kind, subject, watched, rightSince, quietUntil } = recovery;
  const { memory, now } = judge;
  if (memory.findings.get(findingKey(kind, subject))?.visible) return false;
  if (subject.type === "destination") return !isUnsettled(judge.memory);
  if (watched === null) return true;
  const connection = memory.connections.get(watched);
  // What could not be identified is over once nothing is: nothing is left that could be doubted.
  if (connection === undefined) return subject.type === "connection" && subject.of.credentialId === null;
  const keepsQuiet = connection.quiet || now < quietUntil;
  const isQuiet = keepsQuiet && QUIET_KINDS.includes(kind);
  if (subject.type === "connection" || isQuiet) {
    if (standing(judge, connection) !== "healthy") return false;
    if (subject.type === "connection" && isDoubted(memory, watched)) return false;
  }
  return !isQuiet || now - Math.max(rightSince, ...connection.breaks) >= HOUR;
}

/** Whether anything about the connection or its calendars is suspected. */
function isDoubted(memory: Memory, key: string): boolean {
  return [...memory.findings.values()].some(
    ({ subject, visible, claim }) => visible && claim?.confirmed === false && connectionOf(subject) === key,
  );
}
