import { connectionOf } from "../../core/calendars/find.ts";
import { applyAction } from "../../core/findings/apply-action.ts";
import { summariseForBadge } from "../../core/findings/badge-summary.ts";
import { evaluate } from "../../core/findings/evaluate.ts";
import { shownFindings } from "../../core/findings/summary.ts";
import { type AccountState, emptyAccountState } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import type { FindingKind } from "../../core/model/kinds.ts";
import { connectionSubject, printedSubject, type Subject } from "../../core/model/subject.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";
import { type Line, readLine } from "./line.ts";

/** Plays lines of one account to the code of the worker, with default settings. */
export class Player {
  private state: AccountState = emptyAccountState();
  private last = Number.NEGATIVE_INFINITY;

  /**
   * @returns what the extension shows after this line, as JSON
   * @throws Error with a sentence when the line is bad; then nothing has changed
   */
  play(text: string): string {
    const line = readLine(text);
    if (line.now < this.last) throw new Error('"at" is earlier than that of the line before');
    const notify = this.feed(line);
    this.last = line.now;
    return JSON.stringify(this.shown(line, notify));
  }

  private feed({ event, now }: Line): Notice[] {
    if (event.type === "action") {
      this.state = applyAction(this.state, event.action, now);
      return [];
    }
    const { state, changes } = evaluate(this.state, event.observation, now, DEFAULT_SETTINGS);
    this.state = state;
    return changes.notify;
  }

  private shown({ at, now }: Line, notify: Notice[]) {
    const { overall, badge, level } = summariseForBadge([this.state], DEFAULT_SETTINGS.countingLevel, now);
    const due = this.state.nextCheckAt ?? now;
    return {
      at,
      state: overall,
      badge,
      level,
      findings: shownFindings(this.state).map(({ kind, level, confirmed, acknowledged, subject }) => ({
        kind,
        level,
        confirmed,
        expected: acknowledged,
        subject: printedSubject(subject),
        ...replacedBy(this.state, kind, subject),
      })),
      notify: notify.map(({ kind, subject, recovered }) => ({
        kind,
        subject: printedSubject(subject),
        recovered,
      })),
      nextCheckSeconds: Math.max(0, Math.ceil((due - now) / 1000)),
    };
  }
}

/** The connection that stands for one that is broken beside it. */
function replacedBy(state: AccountState, kind: FindingKind, subject: Subject) {
  const connection =
    kind === "connection-error" && subject.type === "connection" ? connectionOf(state, subject) : undefined;
  if (!connection?.replacedBy) return {};
  return { replacedBy: printedSubject(connectionSubject(connection.replacedBy)) };
}
