import * as z from "zod/mini";
import { type Failure, LONGEST_MESSAGE, REJECTIONS } from "../cal-api/observation.ts";
import type {
  AccountState,
  PendingAction,
  RememberedCalendar,
  RememberedConnection,
  RememberedEventType,
} from "../core/model/account-state.ts";
import { pendingActions } from "../core/model/actions.ts";
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

const CalendarSchema: z.ZodMiniType<RememberedCalendar> = z.looseObject({
  externalId: z.string(),
  integration: text,
  name: text,
  email: text,
  primary: z.boolean(),
  readOnly: z.boolean(),
  isSelected: z.boolean(),
  missing: z.boolean(),
  inherited: z.boolean(),
});

const ConnectionSchema: z.ZodMiniType<RememberedConnection> = z.looseObject({
  ...connectionId,
  appName: text,
  appSlug: text,
  condition: z.enum(["healthy", "broken", "missing"]),
  message: text,
  primaryExternalId: text,
  lastGoodAt: maybeTime,
  calendars: z.array(CalendarSchema),
  malformedCalendars: z.number(),
  breaks: z.array(time),
  earlierBreaks: z.array(time),
  flapSuppressed: z.boolean(),
  firstAnswer: z.number(),
  replacedBy: z.nullable(z.looseObject(connectionId)),
});

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
  z.looseObject({
    action: z.enum(pendingActions("selection")),
    at: time,
    externalId: z.string(),
  }),
  z.looseObject({
    action: z.enum(pendingActions("destination")),
    at: time,
    integration: text,
    externalId: z.string(),
  }),
]);

const EventTypeSchema: z.ZodMiniType<RememberedEventType> = z.looseObject({
  id: z.number(),
  title: text,
  destination: z.nullable(EventTypeDestinationSchema),
  remembered: z.nullable(EventTypeDestinationSchema),
  seenAnswer: z.number(),
});

/** Additions are let through and kept; whatever the code relies on must be there and of its type. */
export const AccountStateSchema: z.ZodMiniType<AccountState> = z.looseObject({
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
  lostApps: z.array(z.looseObject({ integration: z.string(), answer: z.number() })),
  dropped: z.looseObject({
    acknowledgements: z.number(),
    gone: z.number(),
    breaks: z.number(),
    calendars: z.number(),
    eventTypes: z.number(),
    snoozed: z.number(),
  }),
});
