import { type Facts, type FindingKind, KINDS } from "./kinds.ts";
import type { Level } from "./level.ts";
import type { Subject } from "./subject.ts";

/** What findings of a kind are about. */
export type SubjectOf<K extends FindingKind> = Extract<Subject, { type: Facts<K>["subject"] }>;

/** The kinds that something of a type can have. */
export type KindAbout<T extends Subject["type"]> = {
  [K in FindingKind]: Facts<K>["subject"] extends T ? K : never;
}[FindingKind];

/** The kinds that can be no more than a notice. */
export type NoticeKind = {
  [K in FindingKind]: "notice" extends Facts<K>["levels"][number] ? K : never;
}[FindingKind];

export function canBeNotice(kind: FindingKind): kind is NoticeKind {
  const levels: readonly Level[] = KINDS[kind].levels;
  return levels.includes("notice");
}

/** The kinds that neither badge nor headline counts. */
export type UncountedKind = {
  [K in FindingKind]: Facts<K>["counted"] extends false ? K : never;
}[FindingKind];

/** The level that a rule has to choose; nothing where its kind has one alone. */
export type ChosenLevel<K extends FindingKind> = Facts<K>["levels"] extends readonly [Level]
  ? []
  : [level: Facts<K>["levels"][number]];

/** Whether a mark as expected of this kind can be for a while: of the others it accepts how things are. */
export function canEnd(kind: FindingKind): boolean {
  const { acknowledging } = KINDS[kind];
  return acknowledging === "marks" || acknowledging === "marks-subject";
}

/** All that one calendar can have against it. */
export function isAboutCalendar(kind: FindingKind): kind is KindAbout<"calendar"> {
  return KINDS[kind].subject === "calendar";
}

/** All that one event type can have against it. */
export function isAboutEventType(kind: FindingKind): kind is KindAbout<"eventType"> {
  return KINDS[kind].subject === "eventType";
}
