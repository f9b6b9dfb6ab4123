import type { Judge } from "./judge.ts";
import { calendarsOf, type Listed } from "./listed.ts";
import type { Finding, KnownConnection, Memory, Subject } from "./memory.ts";
import { connectionOf, findingKey, idKey } from "./subject.ts";

/**
 * Ends all that is said of a connection whose place another has taken: as recovered where the other shows it right.
 * @returns what was told and is not right there either
 */
export function endFindings(judge: Judge, old: KnownConnection, successor: Listed): Finding[] {
  const told: Finding[] = [];
  for (const finding of [...judge.memory.findings.values()]) {
    if (connectionOf(finding.subject) !== idKey(old.id)) continue;
    const { kind, subject } = finding;
    if (!finding.missed && isRight(finding, successor, old)) {
      judge.right(kind, subject, idKey(successor.id));
    } else if (finding.toldLevels.size > 0) told.push(finding);
  }
  return told;
}

function isRight({ kind, subject }: Finding, successor: Listed, old: KnownConnection): boolean {
  const calendars = calendarsOf(successor, old.calendars);
  if (subject.type === "calendar") {
    const listed = calendars.get(subject.externalId);
    return listed !== undefined && (kind === "calendar-gone" || listed.selected);
  }
  return kind !== "connection-unchecked" || [...calendars.values()].some(({ selected }) => selected);
}

/** The same is not told again of the successor, nor of the connection itself if it comes back. */
export function keepTold(memory: Memory, finding: Finding, successor: Listed): void {
  const { kind, subject, toldLevels } = finding;
  const own = findingKey(kind, subject);
  memory.findings.set(own, {
    ...finding,
    claim: null,
    visible: false,
    expected: false,
    missed: false,
    replaced: true,
    due: false,
    forgottenAt: memory.counted,
  });
  const inherited = under(subject, successor);
  const key = findingKey(kind, inherited);
  const known = memory.findings.get(key);
  if (known !== undefined) for (const level of toldLevels) known.toldLevels.add(level);
  else
    memory.findings.set(key, {
      kind,
      subject: inherited,
      level: finding.level,
      visible: false,
      claim: null,
      expected: false,
      missed: false,
      replaced: true,
      toldLevels: new Set(toldLevels),
      toldDestinations: [],
      due: false,
    });
}

function under(subject: Subject, { id }: Listed): Subject {
  return "of" in subject ? { ...subject, of: id } : subject;
}
