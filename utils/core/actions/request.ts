import { type AskedAction, SCOPES } from "../model/scopes.ts";
import { type CalendarSubject, type ConnectionSubject, subjectKey } from "../model/subject.ts";

/** One action that is asked for: a message of a page is one. */
export interface ActionRequest {
  type: AskedAction;
  accountId: string;
  calendar?: CalendarSubject;
  connection?: ConnectionSubject;
  /** Ids. */
  eventTypes?: readonly number[] | undefined;
}

/** The same for actions about the same thing. */
export function scopeOf(request: ActionRequest): string {
  const scope = SCOPES[request.type];
  const isOne = scope === "destination" || scope === "eventTypes";
  return isOne ? `${scope} ${request.accountId}` : named(scope, request);
}

/** Tells actions apart, also those about the same. */
export function keyOf(request: ActionRequest): string {
  return named(request.type, request);
}

function named(name: string, { accountId, calendar, connection, eventTypes }: ActionRequest): string {
  const subject = calendar ?? connection;
  return `${name} ${accountId} ${subject ? subjectKey(subject) : eventTypes}`;
}
