import { type Change, planDestination, planSelection, type Shown } from "../../../core/actions/plan.ts";
import type { ActionProblem } from "../../../core/actions/problem.ts";
import { sameDestination } from "../../../core/calendars/destination.ts";
import { calendarOf } from "../../../core/calendars/find.ts";
import type { RestorePlan } from "../../../core/mending/restore-plan.ts";
import type { AccountState } from "../../../core/model/account-state.ts";
import type { EventTypeBefore, NotPutBack } from "../../../core/model/mending.ts";
import type { CalendarSubject } from "../../../core/model/subject.ts";

type Named = NotPutBack extends infer One
  ? One extends { problem: ActionProblem }
    ? Omit<One, "problem">
    : never
  : never;

/** One change that is part of putting everything back. */
export interface RestoreStep {
  /** How it is called when it can't be put back. */
  what: Named;
  /** A change that is announced, or an event type, or why it can't be asked for. */
  ask: { change: Change } | { eventType: EventTypeBefore } | ActionProblem;
  /** What a state shows of it. */
  look: (state: AccountState) => Shown;
}

/** All of a plan, in the order in which it is done: what is checked for conflicts first, since it matters to each booking. */
export function restoreSteps(plan: RestorePlan, state: AccountState): RestoreStep[] {
  return [
    ...plan.select.flatMap((calendar) => selection("select-calendar", calendar, state)),
    ...plan.unselect.flatMap((calendar) => selection("unselect-calendar", calendar, state)),
    ...(plan.destination ? destination(plan.destination, state) : []),
    ...plan.eventTypes.map(ofEventType),
  ];
}

function selection(
  action: "select-calendar" | "unselect-calendar",
  subject: CalendarSubject,
  state: AccountState,
): RestoreStep[] {
  const { externalId } = subject;
  const name = calendarOf(state, subject)?.name ?? null;
  return stepOf({ what: "calendar", externalId, name }, planSelection(action, subject)(state));
}

function destination(
  { calendar, name }: NonNullable<RestorePlan["destination"]>,
  state: AccountState,
): RestoreStep[] {
  return stepOf({ what: "destination", name }, planDestination(calendar)(state));
}

function stepOf(what: Named, planned: Change | "done-already" | ActionProblem): RestoreStep[] {
  if (planned === "done-already") return [];
  if ("problem" in planned) return [{ what, ask: planned, look: () => "old" }];
  return [{ what, ask: { change: planned }, look: planned.look }];
}

function ofEventType(eventType: EventTypeBefore): RestoreStep {
  const { id, title } = eventType;
  return {
    what: { what: "eventType", id, title },
    ask: { eventType },
    look: (state) => {
      const now = state.eventTypes.find((one) => one.id === id);
      if (!now) return "lost";
      return sameDestination(now.destination, eventType.destination) ? "wanted" : "old";
    },
  };
}

/** What a person is told of a step that was not done. */
export function notDone(what: Named, problem: ActionProblem): NotPutBack {
  // Safe: a problem is all that it lacks.
  return { ...what, problem } as NotPutBack;
}
