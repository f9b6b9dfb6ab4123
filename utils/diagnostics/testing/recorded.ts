import { readLine } from "../../../dev/replay/line.ts";
import { Player } from "../../../dev/replay/player.ts";
import { type Act, applyAct } from "../../status/acts.ts";
import { advance } from "../../status/advance.ts";
import type { Finding } from "../../status/finding.ts";
import { emptyMemory, type Memory } from "../../status/memory.ts";
import { printedSubject } from "../../status/subject.ts";
import { shownFindings } from "../../status/summary.ts";
import { identity } from "../../status/work.ts";
import { fingerprint } from "../fingerprint.ts";
import { type ChecksLog, emptyChecksLog } from "../log.ts";
import { standIn } from "../recording/deeds.ts";
import { recordingLines } from "../recording/lines.ts";
import { StandIns } from "../stand-ins.ts";
import { type DoneAct, withAct } from "../with-act.ts";
import { withCheck } from "../with-check.ts";

type Json = Record<string, unknown>;

/** An account that lives through the lines of the replay tool, and keeps a log of it as the worker does. */
export class Recorded {
  memory: Memory = emptyMemory();
  log: ChecksLog = emptyChecksLog();
  now = Date.parse("2026-01-05T09:00:00Z");

  wait(seconds: number): this {
    this.now += Math.round(seconds * 1000);
    return this;
  }

  /** @param line without `at` */
  line(line: Json): this {
    const { event } = readLine(JSON.stringify({ at: new Date(this.now).toISOString(), ...line }));
    const before = this.memory;
    if (event.type === "observation") {
      const { observation } = event;
      this.log = withCheck(this.log, { at: this.now, ms: 120, observation }, before);
      this.memory = advance(before, observation, this.now, { intervalMinutes: 30 }).memory;
      return this;
    }
    const done = doneOf(event.act, before);
    // Nobody can do that on a page.
    if (done.act === "expect" && done.findings.length === 0) return this;
    return this.act(done, event.act);
  }

  /** What the person did with some findings. */
  mark(act: "expect" | "takeBack", findings: readonly Pick<Finding, "kind" | "subject">[]): this {
    const meant = new Set(findings.map(identity));
    return this.act({ act, findings }, { act, matches: (one) => meant.has(identity(one)) });
  }

  private act(done: DoneAct, act: Act): this {
    const before = this.memory;
    this.memory = applyAct(before, act, this.now);
    this.log = withAct(this.log, done, { before, after: this.memory }, this.now);
    return this;
  }

  recording(names = new StandIns()): string[] {
    return recordingLines(this.log, names);
  }

  /** What the replay tool shows at the end of the recording, and what it has to show. */
  compared(): { replayed: unknown[]; live: unknown[] } {
    const names = new StandIns();
    const player = new Player();
    const shown = this.recording(names).map((line) => JSON.parse(player.play(line)));
    return { replayed: sorted(shown.at(-1)?.findings ?? []), live: sorted(this.shownAs(names)) };
  }

  private shownAs(names: StandIns): unknown[] {
    return shownFindings(this.memory).map(({ kind, level, confirmed, expected, subject }) => ({
      kind,
      level,
      confirmed,
      expected,
      subject: printedSubject(standIn(fingerprinted(subject), names)),
    }));
  }
}

/** By their text: stand-ins are in another order than ids. */
function sorted(findings: unknown[]): unknown[] {
  return findings.map((finding) => JSON.stringify(finding)).sort();
}

function fingerprinted(subject: Finding["subject"]): Finding["subject"] {
  if (!("integration" in subject)) return subject;
  const { delegationCredentialId } = subject;
  const id = {
    ...subject,
    delegationCredentialId: delegationCredentialId === null ? null : fingerprint(delegationCredentialId),
  };
  return id.type === "calendar" ? { ...id, externalId: fingerprint(id.externalId) } : id;
}

function doneOf(act: Act, memory: Memory): DoneAct {
  if (act.act !== "expect" && act.act !== "takeBack") return act;
  const meant = memory.findings.filter((finding) => !finding.hidden && act.matches(finding));
  return { act: act.act, findings: meant };
}
