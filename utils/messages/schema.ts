import * as z from "zod/mini";
import { REGIONS } from "../store/account.ts";
import { CountingLevelSchema, IntervalSchema } from "../store/settings.ts";
import type { Message } from "./message.ts";

/** Longer than any key or address, and short enough that nothing is choked by it. */
const typed = z.string().check(z.maxLength(8_192));
const accountId = z.string().check(z.minLength(1), z.maxLength(100));
const keyIn = z.enum(["local", "session"]);

/** What a page may ask of the worker. Anything else is not answered. */
export const MessageSchema: z.ZodMiniType<Message> = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("connect"),
    form: z.strictObject({ key: typed, region: z.enum(REGIONS), apiUrl: typed, webUrl: typed, keyIn }),
  }),
  z.strictObject({ type: z.literal("replace-key"), accountId, key: typed, keyIn }),
  z.strictObject({ type: z.literal("remove-account"), accountId }),
  z.strictObject({ type: z.literal("check-now") }),
  z.strictObject({ type: z.literal("popup-opened") }),
  z.strictObject({
    type: z.literal("change-settings"),
    change: z.strictObject({
      intervalMinutes: z.exactOptional(IntervalSchema),
      countingLevel: z.exactOptional(CountingLevelSchema),
    }),
  }),
  z.strictObject({ type: z.literal("repair") }),
]);
