import * as z from "zod/mini";
import { EVENT_TYPES_PROBLEMS } from "../cal-api/observation.ts";
import type { ActionProblem } from "../core/actions/problem.ts";
import type { Automatic, AutomaticChange, Rewrite } from "../core/model/automatic.ts";
import type { CheckedCalendar, Mending, NotPutBack } from "../core/model/mending.ts";
import type { BookingsCheck, EventTypesRead, Outbox } from "../core/model/records.ts";
import { type Made, nowFound, savable } from "./fallbacks.ts";
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

/** Its time goes on from the answer that was counted last. */
const countedLast: Made<number> = (_, { state }) => {
  const { counted } = (state ?? {}) as { counted?: unknown };
  return typeof counted === "number" ? counted : 0;
};

const SelectedSchema = savable<CheckedCalendar>(
  z.looseObject({ externalId: z.string(), name: text, primary: z.boolean() }),
  { primary: false },
);

export const MendingSchema = savable<Mending>(
  z.looseObject({
    ...connectionId,
    appName: text,
    appSlug: text,
    primaryExternalId: text,
    brokenAt: time,
    brokenCounted: z.number(),
    lastGoodAt: maybeTime,
    selected: z.array(SelectedSchema),
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
  }),
  { brokenAt: nowFound, brokenCounted: countedLast, removed: false, triedByItself: true },
);

export const EventTypesReadSchema = savable<EventTypesRead>(
  z.looseObject({
    at: time,
    goodAt: maybeTime,
    problem: z.nullable(z.enum(EVENT_TYPES_PROBLEMS)),
    awaited: z.array(z.number()),
  }),
  // Long ago: they are read again.
  { at: 0 },
);

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
  savable(z.looseObject({ what: z.literal("everything"), withBookings: z.boolean(), ...connectionId }), {
    withBookings: false,
  }),
]);

const RewriteSchema = savable<Rewrite>(
  z.looseObject({ at: time, to: z.nullable(DestinationSchema), writtenAt: text, tried: z.boolean() }),
  // What may have been tried is not tried again.
  { at: nowFound, tried: true },
);

export const AutomaticSchema: z.ZodMiniType<Automatic> = z.looseObject({
  rewrite: z.nullable(RewriteSchema),
  acts: z.array(time),
  triedCalendars: z.array(z.looseObject(calendarId)),
  underWay: z.nullable(ChangeSchema),
});

export const OutboxSchema = savable<Outbox>(
  z.looseObject({
    at: time,
    notices: z.array(NoticeSchema),
    automatic: z.array(
      z.looseObject({ what: z.enum(["destination", "calendar", "everything"]), name: text }),
    ),
  }),
  { at: nowFound },
);
