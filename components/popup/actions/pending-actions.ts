import { scopeOf } from "../../../utils/core/actions/request.ts";
import type { ActionMessage, Reason } from "../../../utils/messaging/action-message.ts";
import { send } from "../../../utils/messaging/send.ts";

export interface ActionState {
  /** What was asked for last. */
  asked: ActionMessage | null;
  /** Why nothing came of it, or null, once that is known; null when it is known. */
  answer: Promise<Reason | null> | null;
  /** Why the last one was not done. It stands until the next try. */
  reason: Reason | null;
  /** Where it was asked for: the reason stands there alone. */
  place: string;
}

const IDLE: ActionState = { asked: null, answer: null, reason: null, place: "" };
const OUTCOME = "outcome";

/** Looks at how things are before an action is asked for. @returns is told what was done, once it is */
type OnBegun = (message: ActionMessage) => (done: string) => void;
let whenBegun: OnBegun = () => () => {};

/** One alone: so that how an action is taken back need not be loaded with what asks for it. */
export function onActionBegun(listener: OnBegun): void {
  whenBegun = listener;
}

const states = new Map<string, ActionState>();
const listeners = new Map<string, Set<() => void>>();
let said = "";

export function actionState(about: string): ActionState {
  return states.get(about) ?? IDLE;
}

/** What came of the last action that was done, as a sentence; "" while another is under way. */
export function outcome(): string {
  return said;
}

/** Calls back after each change of an action's state. @returns ends that */
export function followAction(about: string, listener: () => void): () => void {
  const all = listeners.get(about) ?? new Set();
  listeners.set(about, all.add(listener));
  return () => {
    all.delete(listener);
  };
}

/** @see outcome */
export function followOutcome(listener: () => void): () => void {
  return followAction(OUTCOME, listener);
}

/**
 * Asks the worker for something, unless something about the same is under way: its state outlives what it was asked from, which
 * a filter or a change of the store may take away meanwhile.
 * @param done said when it is done
 * @returns why it was not done; null when it was. Of what is under way, if something is.
 */
export function requestAction(message: ActionMessage, place: string, done: string): Promise<Reason | null> {
  const about = scopeOf(message);
  const underWay = actionState(about).answer;
  if (underWay) return underWay;
  const tellDone = whenBegun(message);
  say("");
  const answer = ask(message).then((reason) => {
    change(about, { asked: message, answer: null, reason, place });
    if (reason === null) {
      say(done);
      tellDone(done);
    }
    return reason;
  });
  change(about, { asked: message, answer, reason: null, place });
  return answer;
}

/** Drops the reasons that have been overtaken. */
export function dropReasons(isOver: (asked: ActionMessage, reason: Reason) => boolean): void {
  for (const [about, { asked, reason }] of states)
    if (asked && reason && isOver(asked, reason)) change(about, IDLE);
}

async function ask(message: ActionMessage): Promise<Reason | null> {
  try {
    const reply = await send(message);
    return reply.ok ? null : reply.problem;
  } catch {
    return { problem: "noAnswer" };
  }
}

function change(about: string, state: ActionState): void {
  if (state.answer || state.reason) states.set(about, state);
  else states.delete(about);
  tell(about);
}

function say(sentence: string): void {
  said = sentence;
  tell(OUTCOME);
}

function tell(about: string): void {
  for (const listener of listeners.get(about) ?? []) listener();
}
