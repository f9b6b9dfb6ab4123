import * as z from "zod/mini";
import { type Failure, LONGEST_MESSAGE, REJECTIONS } from "../cal-api/observation.ts";
import {
  type AccountState,
  type Dropped,
  emptyAccountState,
  type LostApp,
  type PendingAction,
  type RememberedCalendar,
  type RememberedConnection,
  type RememberedEventType,
} from "../core/model/account-state.ts";
import { pendingActions } from "../core/model/actions.ts";
import { highest, nowFound, savable } from "./fallbacks.ts";
import {
  AcknowledgementSchema,
  connectionId,
  DestinationSchema,
  EventTypeDestinationSchema,
  FindingSchema,
  RecoverySchema,
  SnoozedProblemSchema,
  text,
  time,
} from "./finding-schema.ts";

const maybeTime = z.nullable(time);

const CalendarSchema = savable<RememberedCalendar>(
  z.looseObject({
    externalId: z.string(),
    integration: text,
    name: text,
    email: text,
    primary: z.boolean(),
    readOnly: z.boolean(),
    isSelected: z.boolean(),
    missing: z.boolean(),
    inherited: z.boolean(),
  }),
  { primary: false, readOnly: false, isSelected: false, missing: false, inherited: false },
);

const ConnectionSchema = savable<RememberedConnection>(
  z.looseObject({
    ...connectionId,
    appName: text,
    appSlug: text,
    condition: z.enum(["healthy", "broken", "missing"]),
    message: text,
    primaryExternalId: text,
    lastGoodAt: maybeTime,
    calendars: z.array(CalendarSchema),
    malformedCalendars: z.number(),
    notKept: z.exactOptional(z.number()),
    listedTwice: z.exactOptional(z.number()),
    breaks: z.array(time),
    earlierBreaks: z.array(time),
    flapSuppressed: z.boolean(),
    firstAnswer: z.number(),
    replacedBy: z.nullable(z.looseObject(connectionId)),
  }),
  {
    condition: "broken",
    // One that was never healthy is forgotten when it goes: that is not known of this one.
    lastGoodAt: nowFound,
    malformedCalendars: 0,
    flapSuppressed: false,
    firstAnswer: 0,
  },
);

const FailureSchema: z.ZodMiniType<Failure> = z.union([
  z.looseObject({
    reason: z.enum([
      "offline",
      "unreachable",
      "redirected",
      "timed-out",
      "rate-limited",
      "too-large",
      "no-key",
      "no-permission",
    ]),
  }),
  z.looseObject({ reason: z.enum(["server-failed", "not-cal-api"]), status: z.number() }),
  z.looseObject({
    reason: z.literal("cal-error"),
    status: z.number(),
    message: z.string().check(z.minLength(1), z.maxLength(LONGEST_MESSAGE)),
  }),
]);

const PendingSchema: z.ZodMiniType<PendingAction> = z.union([
  savable(
    z.looseObject({
      action: z.enum(pendingActions("selection")),
      at: time,
      externalId: z.string(),
    }),
    { at: nowFound },
  ),
  savable(
    z.looseObject({
      action: z.enum(pendingActions("destination")),
      at: time,
      integration: text,
      externalId: z.string(),
    }),
    { at: nowFound },
  ),
]);

const EventTypeSchema = savable<RememberedEventType>(
  z.looseObject({
    id: z.number(),
    title: text,
    destination: z.nullable(EventTypeDestinationSchema),
    remembered: z.nullable(EventTypeDestinationSchema),
    seenAnswer: z.number(),
  }),
  { seenAnswer: 0 },
);

const LostAppSchema = savable<LostApp>(z.looseObject({ integration: z.string(), answer: z.number() }), {
  // Later than any event type was last seen.
  answer: (_, { state }) => latestAnswer(state as Record<string, unknown>, {}),
});

const latestAnswer = highest("answers", "firstAnswer", "confirmedAnswer", "seenAnswer", "answer");
const latestCounted = highest("confirmedCounted", "endedCounted", "absentCounted");
const latestGood = highest("lastGoodAt");

const empty = emptyAccountState();

const DroppedSchema = savable<Dropped>(
  z.looseObject({
    acknowledgements: z.number(),
    gone: z.number(),
    breaks: z.number(),
    calendars: z.number(),
    eventTypes: z.number(),
    snoozed: z.number(),
  }),
  empty.dropped,
);

/** Additions are let through and kept; whatever the code relies on must be there and of its type. */
export const AccountStateSchema = savable<AccountState>(
  z.looseObject({
    version: z.literal(3),
    firstAttemptAt: maybeTime,
    lastAttemptAt: maybeTime,
    lastGoodAt: maybeTime,
    lastRejectedAt: maybeTime,
    answers: z.number(),
    counted: z.number(),
    failures: z.number(),
    failingSince: maybeTime,
    outage: z.number(),
    lastFailure: z.nullable(FailureSchema),
    rejection: z.nullable(z.enum(REJECTIONS)),
    nextCheckAt: maybeTime,
    connections: z.array(ConnectionSchema),
    destination: z.looseObject({
      remembered: z.nullable(DestinationSchema),
      current: z.nullable(DestinationSchema),
    }),
    settledDestination: z.nullable(DestinationSchema),
    findings: z.array(FindingSchema),
    recoveries: z.array(RecoverySchema),
    acknowledgements: z.array(AcknowledgementSchema),
    pending: z.array(PendingSchema),
    snoozeUntil: maybeTime,
    snoozed: z.array(SnoozedProblemSchema),
    eventTypes: z.array(EventTypeSchema),
    lostApps: z.array(LostAppSchema),
    dropped: DroppedSchema,
  }),
  {
    ...empty,
    answers: latestAnswer,
    counted: latestCounted,
    lastGoodAt: (beside) => latestGood({ connections: beside.connections }, {}) || null,
  },
);
