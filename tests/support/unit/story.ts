import { type Action, applyAction } from "../../../utils/core/findings/apply-action.ts";
import { diffEvents } from "../../../utils/core/findings/diff-events.ts";
import { evaluate } from "../../../utils/core/findings/evaluate.ts";
import { type AccountState, emptyAccountState } from "../../../utils/core/model/account-state.ts";
import type { AccountEvent, Notice } from "../../../utils/core/model/changes.ts";
import { printedSubject, type Subject } from "../../../utils/core/model/subject.ts";
import { readLine } from "../../../utils/diagnostics/replay/line.ts";
import type { Json } from "../../fixtures/bodies.ts";

const HALF_AN_HOUR = 30 * 60_000;

/** One account's story, of which only what happened is told, in short. Half an hour passes before each answer. */
export class Story {
  state: AccountState = emptyAccountState();
  now = Date.parse("2026-01-05T09:00:00Z");
  /** What the last answer was a notification for. */
  told: Notice[] = [];

  /** A story that begins with these answers. */
  static after(...bodies: readonly Json[]): Story {
    const story = new Story();
    for (const body of bodies) story.answer(body);
    return story;
  }

  wait(ms: number): this {
    this.now += ms;
    return this;
  }

  answer(body: Json): string[] {
    return this.line({ status: 200, body });
  }

  line(line: Json): string[] {
    this.now += HALF_AN_HOUR;
    const { event } = readLine(JSON.stringify({ at: new Date(this.now).toISOString(), ...line }));
    if (event.type === "action") throw new Error("What the person does is told with do()");
    const { state, changes } = evaluate(this.state, event.observation, this.now, { intervalMinutes: 30 });
    this.state = state;
    this.told = changes.notify;
    return changes.events.map(inShort);
  }

  do(action: Action): string[] {
    const before = this.state;
    this.state = applyAction(before, action, this.now);
    return diffEvents(before, this.state).map(inShort);
  }
}

/** `came error connection-error 135`, `unselected 135 c1 by person`, `destination a to b`. */
function inShort(happening: AccountEvent): string {
  switch (happening.what) {
    case "came":
    case "recovered":
    case "ended":
      return `${happening.what} ${happening.level} ${happening.kind}${named(happening.subject)}`;
    case "selected":
    case "unselected":
      return `${happening.what}${named(happening.subject)}${happening.byPerson ? " by person" : ""}`;
    case "destination": {
      const [from, to] = [happening.from, happening.to].map((one) => one?.externalId ?? "blank");
      return `destination ${from} to ${to}${happening.byPerson ? " by person" : ""}`;
    }
  }
}

function named(subject: Subject): string {
  const { type: _, ...id } = printedSubject(subject);
  return Object.values(id)
    .map((part) => ` ${part}`)
    .join("");
}
