import { ACTIONS, type ActionId, type Scope } from "../model/actions.ts";
import { type CalendarSubject, type ConnectionSubject, subjectKey } from "../model/subject.ts";

/** One action that is asked for: a message of a page is one. */
export interface ActionRequest {
  type: ActionId;
  accountId: string;
  calendar?: CalendarSubject;
  connection?: ConnectionSubject;
}

const OF_ACCOUNT: ReadonlySet<Scope> = new Set(["destination", "account"]);

/** The same for actions about the same thing. */
export function scopeOf(request: ActionRequest): string {
  const { scope } = ACTIONS[request.type];
  return `${scope} ${request.accountId} ${OF_ACCOUNT.has(scope) ? "" : subjectOf(request)}`;
}

/** Tells actions apart, also those about the same. */
export function keyOf(request: ActionRequest): string {
  return `${request.type} ${request.accountId} ${subjectOf(request)}`;
}

function subjectOf({ calendar, connection }: ActionRequest): string {
  const subject = calendar ?? connection;
  return subject ? subjectKey(subject) : "";
}
