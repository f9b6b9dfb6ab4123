import { applicable, applyAction } from "../../core/findings/apply-action.ts";
import { evaluate } from "../../core/findings/evaluate.ts";
import { type AccountState, emptyAccountState } from "../../core/model/account-state.ts";
import {
  isCheck,
  type LogEntry,
  type LoggedAction,
  type LoggedAnswer,
  type Start,
} from "../../core/model/checks-log.ts";
import { type FindingRef, identity } from "../../core/model/finding.ts";
import { KINDS } from "../../core/model/kinds.ts";

import { type LoggedRef, performedOf, unpacked } from "./logged-action.ts";
import { observationOf, observedAnswer } from "./logged-check.ts";
import { openingsOf } from "./opening.ts";
import { Readings } from "./readings.ts";

/** As `npm run replay` has it. */
const TIMING = { intervalMinutes: 30 };

/** Lives through a log again, under the ids of the log. */
export class LogReplay {
  state: AccountState = emptyAccountState();
  /** Marks from before the start, about something that has not come up yet. */
  wanted: LoggedRef[] = [];
  #answer: LoggedAnswer | null = null;
  readonly #readings = new Readings();

  /** @returns the marks that can be set at once */
  begin(start: Start): FindingRef[] {
    const { at, acknowledgements, snoozeUntil } = start;
    for (const { answer, eventTypes } of openingsOf(start)) {
      this.state = evaluate(this.state, observedAnswer(answer, eventTypes), at, TIMING).state;
    }
    this.#readings.begin(start);
    this.wanted = unpacked(acknowledgements);
    if (snoozeUntil !== null)
      this.state = applyAction(this.state, { action: "snooze", until: snoozeUntil }, at);
    return this.#setMarks(at);
  }

  /** @returns marks from before the start that can be set now, and are */
  feed(entry: LogEntry): FindingRef[] {
    if (!isCheck(entry)) {
      this.#action(entry);
      return [];
    }
    this.#answer = entry.answer ?? this.#answer;
    const observation = observationOf(entry, this.#answer, this.#readings.next(entry));
    this.state = evaluate(this.state, observation, entry.at, TIMING).state;
    const set = this.#setMarks(entry.at);
    // What a good answer does not bring up has ended, and its mark with it, unless that outlives it.
    if (entry.outcome === "answer")
      this.wanted = this.wanted.filter(({ kind }) => KINDS[kind].acknowledging === "marks-subject");
    return set;
  }

  #action(entry: LoggedAction): void {
    if (entry.action === "unacknowledge") {
      const meant = setOf(unpacked(entry.findings));
      this.wanted = this.wanted.filter((ref) => !meant.has(identity(ref)));
    }
    this.state = applyAction(this.state, applicable(performedOf(entry)), entry.at);
  }

  #setMarks(now: number): FindingRef[] {
    this.wanted = this.wanted.filter(({ until }) => !until || until > now);
    if (this.wanted.length === 0) return [];
    const standing = setOf(
      this.state.findings.filter(({ inhibited, acknowledged }) => !inhibited && !acknowledged),
    );
    const set = this.wanted.filter((ref) => standing.has(identity(ref)));
    if (set.length === 0) return [];
    const meant = setOf(set);
    this.wanted = this.wanted.filter((ref) => !meant.has(identity(ref)));
    for (const [until, findings] of Map.groupBy(set, (mark) => mark.until ?? null)) {
      this.state = applyAction(this.state, applicable({ action: "acknowledge", findings, until }), now);
    }
    return set;
  }
}

const setOf = (refs: readonly FindingRef[]) => new Set(refs.map(identity));
