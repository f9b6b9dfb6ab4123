import * as z from "zod/mini";
import type { Clock } from "../core/model/records.ts";
import { time } from "./finding-schema.ts";

const maybeTime = z.nullable(time);

export const ClockSchema: z.ZodMiniType<Clock> = z.looseObject({
  believedAt: maybeTime,
  jump: z.nullable(
    z.looseObject({
      aheadBy: z.number(),
      answeredAt: maybeTime,
      lastAttemptAt: time,
      lastGoodAt: maybeTime,
    }),
  ),
});
