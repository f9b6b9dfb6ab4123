import type { Claim, ConnectionId, Finding, KnownConnection, Level, Memory, Subject } from "./memory.ts";
import { connectionOf, findingKey, idKey } from "./subject.ts";

const CONFIRMS_AFTER = 300_000;

/** Kinds whose mark stays as long as their subject. */
export const LASTING = ["read-only", "not-selected", "connection-unchecked", "connection-twice"];

/** How a finding becomes certain: at once, when it is said again, or just as something else is. */
export type Certainty = "certain" | "suspected" | { asCertainAs: boolean };

/** One good answer being judged: what was said of which finding, and what broke. */
export class Judge {
  readonly memory: Memory;
  readonly now: number;
  private readonly said = new Set<Finding>();
  /** Connections that broke in this answer, and those in which a calendar was unselected from here. */
  readonly broke = new Set<string>();
  readonly unselected = new Set<string>();

  constructor(memory: Memory, now: number) {
    this.memory = memory;
    this.now = now;
  }

  find(kind: string, subject: Subject): Finding | undefined {
    return this.memory.findings.get(findingKey(kind, subject));
  }

  isConfirmed(kind: string, subject: Subject): boolean {
    return this.find(kind, subject)?.claim?.confirmed === true;
  }

  /** The answer says that this is wrong. */
  raise(kind: string, subject: Subject, level: Level, certainty: Certainty): Finding {
    const finding = this.find(kind, subject) ?? this.blank(kind, subject);
    const wasConfirmed = finding.claim?.confirmed === true;
    const claim = finding.claim ?? this.newClaim();
    Object.assign(finding, { level, visible: true, missed: false, replaced: false, claim });
    if (LASTING.includes(kind)) finding.expected = this.memory.marks.has(findingKey(kind, subject));
    if (!claim.confirmed && this.confirms(claim, certainty))
      Object.assign(claim, {
        confirmed: true,
        confirmedAt: this.now,
        confirmedBy: this.memory.goodAnswers,
        counted: this.memory.counted,
      });
    if (!wasConfirmed && claim.confirmed) this.becameCertain(kind, subject);
    this.said.add(finding);
    return finding;
  }

  private confirms({ since }: Claim, certainty: Certainty): boolean {
    if (certainty === "certain") return true;
    if (certainty === "suspected") return this.now - since >= CONFIRMS_AFTER;
    return certainty.asCertainAs;
  }

  private becameCertain(kind: string, subject: Subject): void {
    const of = connectionOf(subject);
    if (of !== null && ["connection-error", "calendar-gone"].includes(kind)) this.broke.add(of);
    if (kind === "connection-error" && subject.type === "connection") this.loseApp(subject.of);
    // Wrong again: what was to be said of an earlier recovery is no longer true.
    this.memory.recoveries = this.memory.recoveries.filter(
      (recovery) =>
        findingKey(recovery.kind, recovery.subject) !== findingKey(kind, subject) &&
        !(kind === "connection-error" && recovery.watched === of && recovery.subject.type === "connection"),
    );
  }

  /** A connection broke, is missing or was succeeded: what its app's calendars were to event types may go with it. */
  loseApp({ type }: ConnectionId): void {
    this.memory.lostApps.set(type, this.memory.goodAnswers);
  }

  private newClaim(): Claim {
    return { since: this.now, counted: 0, confirmed: false, confirmedAt: 0, confirmedBy: 0 };
  }

  private blank(kind: string, subject: Subject): Finding {
    const finding: Finding = {
      kind,
      subject,
      level: "notice",
      visible: false,
      claim: null,
      expected: false,
      toldLevels: new Set(),
      toldDestinations: [],
      missed: false,
      replaced: false,
      due: false,
    };
    this.memory.findings.set(findingKey(kind, subject), finding);
    return finding;
  }

  /** The answer says nothing about it: it stands as it stood. */
  leave(kind: string, subject: Subject): void {
    const finding = this.find(kind, subject);
    if (finding !== undefined) this.said.add(finding);
  }

  /** It stands, also if it was hidden before, but nothing confirms it. */
  show(kind: string, subject: Subject): void {
    const finding = this.find(kind, subject);
    if (finding === undefined || finding.claim === null) return;
    finding.visible = true;
    this.said.add(finding);
  }

  /** The subject is seen right: what was told of it has recovered. */
  right(kind: string, subject: Subject, watched = connectionOf(subject)): void {
    const finding = this.find(kind, subject);
    if (finding === undefined) return;
    this.end(kind, subject);
    if (finding.toldLevels.size === 0 || finding.expected || finding.replaced || kind === "flapping") return;
    this.memory.recoveries.push({
      kind,
      subject,
      level: finding.level,
      watched,
      rightSince: this.now,
      quietUntil: quietUntil(this.memory.connections.get(connectionOf(subject) ?? "")),
    });
  }

  /** It ends without having been seen right, and is new if it comes again. */
  end(kind: string, subject: Subject): void {
    this.memory.findings.delete(findingKey(kind, subject));
  }

  /** It is not said any more: a later one is suspected anew, but what was told and marked holds. */
  hide(kind: string, subject: Subject): void {
    const finding = this.find(kind, subject);
    if (finding !== undefined) Object.assign(finding, { claim: null, visible: false });
  }

  /** Something else takes its place for good: that has a recovery of its own. */
  replace(kind: string, subject: Subject): void {
    const finding = this.find(kind, subject);
    if (finding !== undefined) Object.assign(finding, { claim: null, visible: false, replaced: true });
  }

  /** Its subject is no longer there: whatever becomes of it is no recovery. */
  miss(kind: string, subject: Subject): void {
    const finding = this.find(kind, subject);
    if (finding !== undefined)
      Object.assign(finding, { claim: null, visible: false, missed: true, replaced: true });
  }

  /** Hides what nothing was said of. */
  finish({ except }: { except?: Subject["type"] } = {}): void {
    for (const finding of this.memory.findings.values()) {
      if (this.said.has(finding) || finding.subject.type === except) continue;
      if (finding.kind === "key-rejected" || finding.kind === "unreachable") continue;
      finding.visible = false;
      if (["destination-changed", "destination-missing", "destination-read-only"].includes(finding.kind))
        finding.claim = null;
    }
  }
}

const DAY = 86_400_000;

function quietUntil(connection: KnownConnection | undefined): number {
  return connection?.quiet ? (connection.breaks.at(-1) ?? 0) + DAY : Number.NEGATIVE_INFINITY;
}

/** Everything that is known or said of a connection goes, without a word. */
export function forgetConnection(memory: Memory, connection: KnownConnection): void {
  const key = idKey(connection.id);
  memory.connections.delete(key);
  for (const [name, finding] of memory.findings)
    if (connectionOf(finding.subject) === key) memory.findings.delete(name);
  memory.recoveries = memory.recoveries.filter(({ watched }) => watched !== key);
}
