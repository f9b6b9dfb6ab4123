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
import { LEVELS, type Level } from "../core/model/finding.ts";
import { FINDING_KINDS, type FindingKind, KINDS } from "../core/model/kinds.ts";
import type { CalendarSubject, ConnectionSubject, Subject } from "../core/model/subject.ts";
import { essential, type Made, nowFound, savable } from "./fallbacks.ts";

export const text = z.nullable(z.string());
/** The last moment of the year 9999. */
const LAST_MS = 253_402_300_799_000;
/** ms since the epoch; no date can be made of what is too far from it. */
export const time = z.number().check(z.gte(-LAST_MS), z.lte(LAST_MS));
/** The same, of what a date is written of. */
export const datable = z.number().check(z.gte(0), z.lte(LAST_MS));

export const connectionId = {
  integration: z.string(),
  credentialId: essential(z.nullable(z.number())),
  delegationCredentialId: essential(z.nullable(z.string())),
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

/** The worst that findings of its kind have. */
const worstLevel: Made<Level> = ({ kind }) =>
  Object.hasOwn(KINDS, String(kind)) ? KINDS[kind as FindingKind].levels[0] : undefined;

export const FindingSchema = savable<FindingRecord>(
  z.looseObject({
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
  }),
  {
    level: worstLevel,
    confirmed: ({ confirmedAt }) => typeof confirmedAt === "number",
    acknowledged: false,
    since: nowFound,
    // What has ended is not shown.
    inhibited: ({ endedCounted }) => typeof endedCounted === "number",
    // No end is for good.
    acknowledgedUntil: ({ acknowledged }) => (acknowledged === true ? nowFound() : null),
  },
);

const notice = {
  kind: z.enum(FINDING_KINDS),
  subject: SubjectSchema,
  level: z.enum(LEVELS),
  recovered: z.boolean(),
};

/** What does not stand any more is not told as news, and what stands not as over. */
const noticeParts = { level: worstLevel, recovered: false };

export const NoticeSchema = savable<Notice>(z.looseObject(notice), noticeParts);

export const RecoverySchema = savable<AwaitedRecovery>(
  z.looseObject({
    ...notice,
    of: z.nullable(z.looseObject(connectionId)),
    since: time,
    flapping: z.boolean(),
  }),
  { ...noticeParts, recovered: true, since: nowFound, flapping: false },
);

export const AcknowledgementSchema = savable<Acknowledgement>(
  z.looseObject({
    kind: z.enum(FINDING_KINDS),
    subject: SubjectSchema,
    at: time,
    absentCounted: z.nullable(time),
    until: z.nullable(time),
    note: text,
  }),
  // No end is for good.
  { at: nowFound, until: nowFound },
);

export const SnoozedProblemSchema: z.ZodMiniType<SnoozedProblem> = z.looseObject({
  kind: z.enum(FINDING_KINDS),
  subject: SubjectSchema,
  until: time,
});
