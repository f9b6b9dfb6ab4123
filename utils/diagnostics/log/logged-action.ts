import {
  ACTIONS,
  type AppliedId,
  type ArgumentSort,
  type ArgumentTypes,
  type Performed,
  type WithArguments,
} from "../../core/model/actions.ts";
import type { LoggedAcknowledgements, LoggedAction, LoggedTypes } from "../../core/model/checks-log.ts";
import type { FindingRef } from "../../core/model/finding.ts";
import type { Subject } from "../../core/model/subject.ts";
import { fingerprint } from "../fingerprint.ts";
import { hashed } from "./logged-answer.ts";

type Arguments = Record<ArgumentSort, unknown>;
/** What becomes of the arguments of actions, by their sort. */
type Conversion<From extends Arguments, To extends Arguments> = {
  [Sort in ArgumentSort]: (value: From[Sort]) => To[Sort];
};

const asIs = <T>(value: T) => value;

/** The same action with other arguments. What is there besides goes. */
export function converted<From extends Arguments, To extends Arguments>(
  action: WithArguments<AppliedId, From>,
  conversion: Conversion<From, To>,
): WithArguments<AppliedId, To> {
  const sorts: Readonly<Record<string, ArgumentSort>> = ACTIONS[action.action].args;
  const given: Readonly<Record<string, unknown>> = action;
  // Safe: each argument is there by the table, and is converted as one of its sort.
  const args = Object.entries(sorts).map(([name, sort]) => [name, conversion[sort](given[name] as never)]);
  return { action: action.action, ...Object.fromEntries(args) } as WithArguments<AppliedId, To>;
}

/** @param at ms since the epoch */
export function loggedAction(done: Performed, at: number): LoggedAction {
  return {
    at,
    ...converted<ArgumentTypes, LoggedTypes>(done, {
      calendar: fingerprint,
      credential: asIs,
      delegation: hashed,
      app: asIs,
      time: asIs,
      // Before marks could have an end, they had none.
      end: (at) => at ?? null,
      findings: (refs) => packed(refs),
    }),
  };
}

/** The same action again, under the ids of the log. */
export function performedOf(logged: LoggedAction): Performed {
  return "findings" in logged ? { ...logged, findings: unpacked(logged.findings) } : logged;
}

/** Which finding is meant, and of a mark when it ends. */
export type LoggedRef = FindingRef & { until?: number | null };

/**
 * Findings in few bytes, those of one connection's calendars together.
 * @param name what ids are called in the log
 */
export function packed(refs: readonly LoggedRef[], name = fingerprint): LoggedAcknowledgements[] {
  const groups = new Map<string, LoggedAcknowledgements>();
  for (const { kind, subject, until = null } of refs) {
    const on = placeOf(subject, name);
    const key = JSON.stringify([kind, on, subject.type, until]);
    const group = groups.get(key) ?? {
      kind,
      on,
      ...(subject.type === "calendar" && { calendars: [] }),
      ...(until !== null && { until }),
    };
    if (subject.type === "calendar") group.calendars?.push(name(subject.externalId));
    groups.set(key, group);
  }
  return [...groups.values()];
}

function placeOf(subject: Subject, name: (id: string) => string): LoggedAcknowledgements["on"] {
  if (subject.type === "account" || subject.type === "destination") return subject.type;
  if (subject.type === "eventType") return { eventType: subject.id };
  const { integration, credentialId, delegationCredentialId } = subject;
  return {
    type: integration,
    id: credentialId,
    delegation: delegationCredentialId === null ? null : name(delegationCredentialId),
  };
}

/** The same findings one by one, under the ids of the log. */
export function unpacked(marks: readonly LoggedAcknowledgements[]): LoggedRef[] {
  return marks.flatMap((mark) => {
    const { kind, until } = mark;
    return subjectsOf(mark).map((subject) => ({ kind, subject, ...(until !== undefined && { until }) }));
  });
}

function subjectsOf({ on, calendars }: LoggedAcknowledgements): Subject[] {
  if (typeof on === "string") return [{ type: on }];
  if ("eventType" in on) return [{ type: "eventType", id: on.eventType }];
  const id = { integration: on.type ?? "", credentialId: on.id, delegationCredentialId: on.delegation };
  if (!calendars) return [{ type: "connection", ...id }];
  return calendars.map((externalId) => ({ type: "calendar", ...id, externalId }));
}
