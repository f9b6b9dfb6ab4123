import { type AccountState, emptyAccountState } from "../../core/findings/account-state.ts";
import { type Act, applyAct } from "../../core/findings/apply-action.ts";
import { identity } from "../../core/findings/draft.ts";
import { advance } from "../../core/findings/evaluate.ts";
import { LASTING_MARKS } from "../../core/findings/ledger.ts";
import { isCheck, type LogEntry, type LoggedAct, type LoggedAnswer, type Start } from "../log.ts";
import { answerOf } from "./answer-of.ts";
import { type Ref, unpacked } from "./logged-acknowledgements.ts";
import { observationOf } from "./observation-of.ts";

/** As `npm run replay` has it. */
const TIMING = { intervalMinutes: 30 };

/** Lives through a log again, under the ids of the log. */
export class Rerun {
  state: AccountState = emptyAccountState();
  /** Marks from before the start, about something that has not come up yet. */
  wanted: Ref[] = [];
  #answer: LoggedAnswer | null = null;

  /** @returns the marks that can be set at once */
  begin({ at, connections, destination, marks, snoozeUntil }: Start): Ref[] {
    const observation = { kind: "answer", answer: answerOf({ connections, destination }) } as const;
    this.state = advance(this.state, observation, at, TIMING).state;
    this.wanted = unpacked(marks);
    if (snoozeUntil !== null) this.state = applyAct(this.state, { act: "snooze", until: snoozeUntil }, at);
    return this.#setMarks(at);
  }

  /** @returns marks from before the start that can be set now, and are */
  feed(entry: LogEntry): Ref[] {
    if (!isCheck(entry)) {
      this.#act(entry);
      return [];
    }
    this.#answer = entry.answer ?? this.#answer;
    this.state = advance(this.state, observationOf(entry, this.#answer), entry.at, TIMING).state;
    const set = this.#setMarks(entry.at);
    // What a good answer does not bring up has ended, and its mark with it, unless that outlives it.
    if (entry.outcome === "answer") this.wanted = this.wanted.filter(({ kind }) => LASTING_MARKS.has(kind));
    return set;
  }

  #act(entry: LoggedAct): void {
    if (entry.act === "takeBack") {
      const meant = setOf(unpacked(entry.marks));
      this.wanted = this.wanted.filter((ref) => !meant.has(identity(ref)));
    }
    this.state = applyAct(this.state, actOf(entry), entry.at);
  }

  #setMarks(now: number): Ref[] {
    if (this.wanted.length === 0) return [];
    const standing = setOf(this.state.findings.filter(({ hidden, expected }) => !hidden && !expected));
    const set = this.wanted.filter((ref) => standing.has(identity(ref)));
    if (set.length === 0) return [];
    const meant = setOf(set);
    this.wanted = this.wanted.filter((ref) => !meant.has(identity(ref)));
    this.state = applyAct(this.state, { act: "expect", matches: (ref) => meant.has(identity(ref)) }, now);
    return set;
  }
}

const setOf = (refs: readonly Ref[]) => new Set(refs.map(identity));

function actOf(entry: LoggedAct): Act {
  switch (entry.act) {
    case "expect":
    case "takeBack": {
      const meant = setOf(unpacked(entry.marks));
      return { act: entry.act, matches: (ref) => meant.has(identity(ref)) };
    }
    case "select":
    case "unselect":
      return {
        act: entry.act,
        externalId: entry.calendar,
        credentialId: entry.id,
        delegationCredentialId: entry.delegation,
      };
    case "setDestination":
      return { act: "setDestination", integration: entry.type, externalId: entry.calendar };
    case "keepDestination":
      return { act: "keepDestination" };
    case "snooze":
      return { act: "snooze", until: entry.until };
  }
}
