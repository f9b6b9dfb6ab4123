import * as z from "zod/mini";
import type { Reading, Reconnection } from "../core/model/records.ts";
import { savable } from "./fallbacks.ts";
import { connectionId, time } from "./finding-schema.ts";

export const ReadingSchema: z.ZodMiniType<Reading> = z.looseObject({
  ...connectionId,
  externalId: z.string(),
  at: time,
  outcome: z.enum(["busy", "unreadable", "notYours"]),
  count: z.number(),
});

export const ReconnectionSchema = savable<Reconnection>(
  z.looseObject({
    ...connectionId,
    openedAt: time,
    lookedAt: z.nullable(time),
    recovered: z.boolean(),
  }),
  { recovered: false },
);
