import * as z from "zod/mini";
import type { Destination } from "../cal-api/observation.ts";
import type {
  Acknowledgement,
  AwaitedRecovery,
  EventTypeDestination,
  FindingRecord,
  SnoozedProblem,
} from "../core/model/account-state.ts";
import type { Notice } from "../core/model/changes.ts";
import { LEVELS } from "../core/model/finding.ts";
import { FINDING_KINDS } from "../core/model/kinds.ts";
import type { CalendarSubject, ConnectionSubject, Subject } from "../core/model/subject.ts";

export const text = z.nullable(z.string());
/** ms since the epoch */
export const time = z.number();
/** The same, of what a date is written of: up to the last moment of the year 9999. */
export const datable = z.number().check(z.gte(0), z.lte(253_402_300_799_000));

export const connectionId = {
  integration: z.string(),
  credentialId: z.nullable(z.number()),
  delegationCredentialId: text,
};

export const ConnectionSubjectSchema: z.ZodMiniType<ConnectionSubject> = z.looseObject({
  type: z.literal("connection"),
  ...connectionId,
});

export const CalendarSubjectSchema: z.ZodMiniType<CalendarSubject> = z.looseObject({
  type: z.literal("calendar"),
  ...connectionId,
  externalId: z.string(),
});

export const SubjectSchema: z.ZodMiniType<Subject> = z.union([
  z.looseObject({ type: z.literal("account") }),
  z.looseObject({ type: z.literal("destination") }),
  ConnectionSubjectSchema,
  CalendarSubjectSchema,
  z.looseObject({ type: z.literal("eventType"), id: z.number() }),
]);

export const DestinationSchema: z.ZodMiniType<Destination> = z.looseObject({
  integration: text,
  externalId: z.string(),
  name: text,
  credentialId: z.nullable(z.number()),
  delegationCredentialId: text,
});

export const EventTypeDestinationSchema: z.ZodMiniType<EventTypeDestination> = z.looseObject({
  integration: text,
  externalId: z.string(),
});

export const FindingSchema: z.ZodMiniType<FindingRecord> = z.looseObject({
  kind: z.enum(FINDING_KINDS),
  subject: SubjectSchema,
  level: z.enum(LEVELS),
  confirmed: z.boolean(),
  acknowledged: z.boolean(),
  since: time,
  confirmedAt: z.nullable(time),
  notified: z.array(z.enum(LEVELS)),
  suppressedLevels: z.array(z.enum(LEVELS)),
  inhibited: z.boolean(),
  confirmedCounted: z.nullable(time),
  confirmedAnswer: z.nullable(z.number()),
  endedCounted: z.nullable(time),
  about: z.nullable(DestinationSchema),
  notifiedAbout: z.array(DestinationSchema),
  acknowledgedUntil: z.nullable(time),
  note: text,
});

const notice = {
  kind: z.enum(FINDING_KINDS),
  subject: SubjectSchema,
  level: z.enum(LEVELS),
  recovered: z.boolean(),
};

export const NoticeSchema: z.ZodMiniType<Notice> = z.looseObject(notice);

export const RecoverySchema: z.ZodMiniType<AwaitedRecovery> = z.looseObject({
  ...notice,
  of: z.nullable(z.looseObject(connectionId)),
  since: time,
  flapping: z.boolean(),
});

export const AcknowledgementSchema: z.ZodMiniType<Acknowledgement> = z.looseObject({
  kind: z.enum(FINDING_KINDS),
  subject: SubjectSchema,
  at: time,
  absentCounted: z.nullable(time),
  until: z.nullable(time),
  note: text,
});

export const SnoozedProblemSchema: z.ZodMiniType<SnoozedProblem> = z.looseObject({
  kind: z.enum(FINDING_KINDS),
  subject: SubjectSchema,
  until: time,
});
