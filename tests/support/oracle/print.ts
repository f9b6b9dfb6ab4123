import type { Finding, Level, Memory } from "./memory.ts";
import { compareText, idKey, printed, subjectKey } from "./subject.ts";
import { isSnoozed, type News } from "./told.ts";

const LEVELS: (Level | null)[] = ["error", "warning", "notice", null];

/** What the replay prints for one line. */
export function print(memory: Memory, at: string, now: number, news: News[]): string {
  const findings = [...memory.findings.values()].filter(({ visible }) => visible).sort(inOrder);
  const counted = findings.filter(isCounted);
  const level = LEVELS.find((it) => counted.some((finding) => finding.level === it)) ?? null;
  const state = stateOf(memory, findings, level);
  return JSON.stringify({
    at,
    state,
    badge: isSnoozed(memory, now) ? "" : badgeOf(state, counted),
    level,
    findings: findings.map(({ kind, level, claim, expected, subject, replacedBy }) => ({
      kind,
      level,
      confirmed: claim?.confirmed === true,
      expected,
      subject: printed(subject),
      ...(replacedBy === undefined ? {} : { replacedBy: printed({ type: "connection", of: replacedBy }) }),
    })),
    notify: [...news]
      .sort((a, b) => Number(a.recovered) - Number(b.recovered) || inOrder(a, b))
      .map(({ kind, subject, recovered }) => ({ kind, subject: printed(subject), recovered })),
    nextCheckSeconds: memory.dueAt === null ? 0 : Math.max(0, Math.ceil((memory.dueAt - now) / 1000)),
  });
}

function isCounted({ kind, claim, expected }: Finding): boolean {
  return claim?.confirmed === true && !expected && kind !== "key-rejected" && kind !== "unreachable";
}

function stateOf(memory: Memory, findings: Finding[], level: Level | null): string {
  const holds = (kind: string) => findings.some((it) => it.kind === kind && !it.expected);
  if (memory.goodAnswers === 0 && findings.length === 0) return "setup";
  if (holds("key-rejected")) return "rejected";
  if (level === "error" || level === "warning") return "attention";
  if (holds("unreachable")) return "unknown";
  return level === "notice" ? "attention" : "ok";
}

function badgeOf(state: string, counted: Finding[]): string {
  if (state === "rejected") return "!";
  if (state === "unknown") return "?";
  if (state !== "attention") return "";
  const subjects = new Set(counted.map(countedAs));
  return subjects.size > 99 ? "99+" : String(subjects.size);
}

/** A calendar that several connections of one app list is one. */
function countedAs({ subject }: Finding): string {
  if (subject.type === "calendar") return JSON.stringify([subject.of.type, subject.externalId]);
  return subjectKey(subject);
}

function inOrder(a: Pick<Finding, "kind" | "subject" | "level">, b: typeof a): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    compareText(a.kind, b.kind) ||
    compareText(JSON.stringify(printed(a.subject)), JSON.stringify(printed(b.subject))) ||
    compareText(typeOf(a), typeOf(b))
  );
}

function typeOf({ subject }: Pick<Finding, "subject">): string {
  return "of" in subject ? idKey(subject.of) : "";
}
