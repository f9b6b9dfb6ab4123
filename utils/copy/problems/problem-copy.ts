import type { Finding, FindingKind } from "../../core/model/finding.ts";
import type { SubjectOf } from "../../core/model/kind-groups.ts";
import { KINDS } from "../../core/model/kinds.ts";
import type { Subject } from "../../core/model/subject.ts";
import { ACCOUNT_COPY } from "./account-copy.ts";
import { CALENDAR_COPY } from "./calendar-copy.ts";
import { CONNECTION_COPY } from "./connection-copy.ts";
import type { Context, Copy } from "./copy.ts";
import { DESTINATION_COPY } from "./destination-copy.ts";
import { EVENT_TYPE_COPY } from "./event-type-copy.ts";

const COPY_OF: {
  [K in FindingKind]: (context: Context, subject: SubjectOf<K>, finding: Finding) => Copy;
} = { ...ACCOUNT_COPY, ...CONNECTION_COPY, ...CALENDAR_COPY, ...DESTINATION_COPY, ...EVENT_TYPE_COPY };

/** What is wrong, what it does to bookings and what to do, for one finding. */
export function problemCopy(context: Context, finding: Finding): Copy {
  const { kind, subject } = finding;
  const type = KINDS[kind].subject;
  if (subject.type !== type) {
    throw new TypeError(`A finding ${kind} is about a ${type}, not about ${subject.type}.`);
  }
  // WHY [type]: the subject is of the type that the table names for this kind.
  const say = COPY_OF[kind] as (context: Context, subject: Subject, finding: Finding) => Copy;
  return say(context, subject, finding);
}
