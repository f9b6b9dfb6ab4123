import { readDestination } from "./destination.ts";
import { isObject, type Json } from "./json.ts";
import { LASTING } from "./judge.ts";
import type { Finding, Memory, Subject } from "./memory.ts";
import { accept } from "./month.ts";
import { calendarSubject, connectionOf, DESTINATION, findingKey, printed } from "./subject.ts";

/** What ends there and then when it is meant to be so. */
const ENDED = ["connection-gone", "calendar-gone", "event-type-destination-lost"];

/** Remembers what the person did. What Cal.com makes of it is the next answer. */
export function act(memory: Memory, done: Json, now: number): void {
  if (typeof done.expect === "string") expect(memory, done.expect, done.subject);
  if (isObject(done.select)) choose(memory, done.select, true, now);
  if (isObject(done.unselect)) choose(memory, done.unselect, false, now);
  if (isObject(done.setDestination)) {
    const destination = readDestination(done.setDestination);
    if (destination !== null) memory.pendingDestinations.push({ destination, at: now });
  }
  if (done.keepDestination === true) keep(memory, now);
  if (typeof done.snoozeUntil === "string") memory.snoozedUntil = Date.parse(done.snoozeUntil);
}

function expect(memory: Memory, kind: string, subject: unknown): void {
  for (const finding of [...memory.findings.values()]) {
    if (finding.kind !== kind || !finding.visible || !prints(finding.subject, subject)) continue;
    if (ENDED.includes(kind)) accept(memory, finding);
    else if (kind === "selection-lost" || kind === "calendar-moved") {
      accept(memory, finding);
      expectUnselected(memory, finding.subject);
    } else mark(memory, finding);
  }
}

function mark(memory: Memory, finding: Finding): void {
  finding.expected = true;
  if (finding.destination !== undefined) finding.expectedFor = finding.destination;
  if (LASTING.includes(finding.kind))
    memory.marks.set(findingKey(finding.kind, finding.subject), memory.counted);
}

/** A selection that is lost, and meant to be. */
function expectUnselected(memory: Memory, subject: Subject): void {
  const key = findingKey("not-selected", subject);
  memory.marks.set(key, memory.counted);
  const known = memory.connections.get(connectionOf(subject) ?? "");
  if (known === undefined || subject.type !== "calendar") return;
  const isFeed = known.id.type === "ics-feed_calendar";
  if (isFeed && [...known.calendars.values()].some(({ selected }) => selected)) return;
  const claim = { since: 0, counted: memory.counted, confirmed: true, confirmedAt: 0, confirmedBy: 0 };
  memory.findings.set(key, {
    kind: "not-selected",
    subject,
    level: known.calendars.get(subject.externalId)?.primary ? "warning" : "notice",
    visible: true,
    claim,
    expected: true,
    toldLevels: memory.findings.get(key)?.toldLevels ?? new Set(),
    toldDestinations: [],
    missed: false,
    replaced: false,
    due: false,
  });
}

/** Allows a change until an answer shows it. */
function choose(memory: Memory, which: Json, selected: boolean, at: number): void {
  const { externalId } = which;
  if (typeof externalId !== "string") return;
  const isKnown = [...memory.connections.values()].some(
    ({ id, calendars }) =>
      calendars.has(externalId) && prints(calendarSubject(id, externalId), { ...which, type: "calendar" }),
  );
  if (!isKnown) return;
  memory.pendingSelections = memory.pendingSelections.filter((it) => it.externalId !== externalId);
  memory.pendingSelections.push({ externalId, selected, at });
}

/** The destination that Cal.com has now is the one that is meant. */
function keep(memory: Memory, now: number): void {
  const changed = memory.findings.get(findingKey("destination-changed", DESTINATION));
  if (changed === undefined || !changed.visible || memory.current === null) return;
  memory.findings.delete(findingKey("destination-changed", DESTINATION));
  if (memory.current.externalId !== "") {
    memory.remembered = memory.current;
    return;
  }
  memory.remembered = null;
  memory.findings.set(findingKey("destination-missing", DESTINATION), {
    kind: "destination-missing",
    subject: DESTINATION,
    level: "error",
    visible: memory.hadConnections,
    claim: changed.claim === null ? null : { ...changed.claim, since: now },
    expected: true,
    toldLevels: new Set(),
    toldDestinations: [],
    missed: false,
    replaced: false,
    due: false,
  });
}

/** Whether the finding's subject is printed as this one is written. */
function prints(subject: Subject, written: unknown): boolean {
  if (!isObject(written)) return false;
  const own = printed(subject);
  const delegation = written.delegationCredentialId ?? undefined;
  return (
    own.type === written.type &&
    own.credentialId === written.credentialId &&
    own.delegationCredentialId === delegation &&
    own.externalId === written.externalId &&
    own.id === written.id
  );
}
