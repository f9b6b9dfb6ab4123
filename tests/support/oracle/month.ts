import { forgetCalendar } from "./calendars.ts";
import { rememberNone } from "./event-types.ts";
import { forgetConnection, type Judge } from "./judge.ts";
import type { Finding, Memory } from "./memory.ts";
import { connectionOf, findingKey } from "./subject.ts";

const DAY = 86_400_000;
const MONTH = 30 * DAY;
const ENDING = [
  "connection-gone",
  "calendar-gone",
  "selection-lost",
  "calendar-moved",
  "event-type-destination-lost",
];

/** The account's own clock goes on with good answers only, and at most a day with each. */
export function advance(memory: Memory, now: number): void {
  if (memory.lastGood !== null) memory.counted += Math.min(DAY, Math.max(0, now - memory.lastGood));
  memory.lastGood = now;
}

/** Ends what nobody answered for a month, and the marks of what was absent for longer. */
export function expire({ memory }: Judge): void {
  for (const finding of [...memory.findings.values()])
    if (
      ENDING.includes(finding.kind) &&
      finding.claim?.confirmed &&
      memory.counted - finding.claim.counted >= MONTH
    )
      accept(memory, finding);
  for (const [key, { subject, forgottenAt }] of memory.findings)
    if (
      forgottenAt !== undefined &&
      memory.counted - forgottenAt > MONTH &&
      !memory.connections.has(connectionOf(subject) ?? "")
    )
      memory.findings.delete(key);
  for (const [key, lastThere] of memory.marks)
    if (memory.counted - lastThere > MONTH) memory.marks.delete(key);
}

/** Takes what a finding says as the state that is remembered from now on. */
export function accept(memory: Memory, finding: Finding): void {
  const { kind, subject } = finding;
  const known = memory.connections.get(connectionOf(subject) ?? "");
  memory.findings.delete(findingKey(kind, subject));
  if (subject.type === "eventType") rememberNone(memory, subject.id);
  if (known === undefined) return;
  if (kind === "connection-gone") forgetConnection(memory, known);
  if (subject.type !== "calendar") return;
  if (kind === "calendar-gone") forgetCalendar(memory, known, subject.externalId);
  const calendar = known.calendars.get(subject.externalId);
  if (calendar !== undefined) calendar.selected = false;
}
