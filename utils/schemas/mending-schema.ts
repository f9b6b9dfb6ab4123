import * as z from "zod/mini";
import { EVENT_TYPES_PROBLEMS } from "../cal-api/observation.ts";
import type { ActionProblem } from "../core/actions/problem.ts";
import type { Automatic, AutomaticChange } from "../core/model/automatic.ts";
import type { Mending, NotPutBack } from "../core/model/mending.ts";
import type { BookingsCheck, EventTypesRead, Outbox } from "../core/model/records.ts";
import {
  connectionId,
  DestinationSchema,
  EventTypeDestinationSchema,
  NoticeSchema,
  text,
  time,
} from "./finding-schema.ts";

const maybeTime = z.nullable(time);
const maybeConnection = z.nullable(z.looseObject(connectionId));

// Safe: written by this extension alone, of this version or an earlier one, and only read to say why.
const ProblemSchema = z.looseObject({ problem: z.string() }) as unknown as z.ZodMiniType<ActionProblem>;

const NotPutBackSchema: z.ZodMiniType<NotPutBack> = z.union([
  z.looseObject({
    what: z.literal("calendar"),
    externalId: z.string(),
    name: text,
    problem: ProblemSchema,
  }),
  z.looseObject({ what: z.literal("destination"), name: text, problem: ProblemSchema }),
  z.looseObject({ what: z.literal("eventType"), id: z.number(), title: text, problem: ProblemSchema }),
]);

export const MendingSchema: z.ZodMiniType<Mending> = z.looseObject({
  ...connectionId,
  appName: text,
  appSlug: text,
  primaryExternalId: text,
  brokenAt: time,
  brokenCounted: z.number(),
  lastGoodAt: maybeTime,
  selected: z.array(z.looseObject({ externalId: z.string(), name: text, primary: z.boolean() })),
  destination: z.nullable(DestinationSchema),
  eventTypes: z.array(
    z.looseObject({ id: z.number(), title: text, destination: EventTypeDestinationSchema }),
  ),
  successor: maybeConnection,
  removed: z.boolean(),
  restoringSince: maybeTime,
  progress: z.nullable(z.looseObject({ done: z.number(), of: z.number() })),
  triedByItself: z.boolean(),
  notPutBack: z.array(NotPutBackSchema),
  endedAt: maybeTime,
  ended: z.nullable(z.enum(["as-before", "dismissed"])),
});

export const EventTypesReadSchema: z.ZodMiniType<EventTypesRead> = z.looseObject({
  at: time,
  goodAt: maybeTime,
  problem: z.nullable(z.enum(EVENT_TYPES_PROBLEMS)),
  awaited: z.array(z.number()),
});

export const BookingsCheckSchema: z.ZodMiniType<BookingsCheck> = z.looseObject({
  ...connectionId,
  at: time,
  since: time,
  inNoCalendar: z.number(),
  inCalendar: z.number(),
  unclear: z.number(),
  more: z.boolean(),
  stopped: z.boolean(),
});

const calendarId = { ...connectionId, externalId: z.string() };

const ChangeSchema: z.ZodMiniType<AutomaticChange> = z.union([
  z.looseObject({ what: z.literal("destination"), integration: text, externalId: z.string() }),
  z.looseObject({ what: z.literal("calendar"), ...calendarId }),
  z.looseObject({ what: z.literal("everything"), withBookings: z.boolean(), ...connectionId }),
]);

export const AutomaticSchema: z.ZodMiniType<Automatic> = z.looseObject({
  rewrite: z.nullable(
    z.looseObject({ at: time, to: z.nullable(DestinationSchema), writtenAt: text, tried: z.boolean() }),
  ),
  acts: z.array(time),
  triedCalendars: z.array(z.looseObject(calendarId)),
  underWay: z.nullable(ChangeSchema),
});

export const OutboxSchema: z.ZodMiniType<Outbox> = z.looseObject({
  at: time,
  notices: z.array(NoticeSchema),
  automatic: z.array(z.looseObject({ what: z.enum(["destination", "calendar", "everything"]), name: text })),
});
