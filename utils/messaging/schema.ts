import * as z from "zod/mini";
import { REGIONS } from "../core/model/account.ts";
import { FINDING_KINDS } from "../core/model/kinds.ts";
import { SNOOZES } from "../core/snooze.ts";
import { CalendarSubjectSchema, ConnectionSubjectSchema, SubjectSchema } from "../schemas/finding-schema.ts";
import { optionalShape } from "../schemas/setting-shape.ts";
import type { Message } from "./message.ts";

/** Longer than any key or address, and short enough that nothing is choked by it. */
const typed = z.string().check(z.maxLength(8_192));
const accountId = z.string().check(z.minLength(1), z.maxLength(100));
/** More than are ever shown at once: those of 20,000 calendars. */
const findings = z
  .array(z.strictObject({ kind: z.enum(FINDING_KINDS), subject: SubjectSchema }))
  .check(z.maxLength(40_000));
const keyIn = z.enum(["local", "session"]);

/** What a page may ask of the worker. Anything else is not answered. */
export const MessageSchema: z.ZodMiniType<Message> = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("connect"),
    form: z.strictObject({ key: typed, region: z.enum(REGIONS), apiUrl: typed, webUrl: typed, keyIn }),
  }),
  z.strictObject({ type: z.literal("replace-key"), accountId, key: typed, keyIn }),
  z.strictObject({ type: z.literal("remove-account"), accountId }),
  z.strictObject({ type: z.literal("rename-account"), accountId, label: z.string().check(z.maxLength(100)) }),
  z.strictObject({ type: z.literal("move-account"), accountId, by: z.literal([-1, 1]) }),
  z.strictObject({ type: z.literal("acknowledge"), accountId, findings }),
  z.strictObject({ type: z.literal("unacknowledge"), accountId, findings }),
  z.strictObject({ type: z.literal("bulk-acknowledge"), accountId, findings }),
  z.strictObject({ type: z.literal("snooze"), howLong: z.enum(SNOOZES) }),
  z.strictObject({ type: z.literal("clear-history"), accountId }),
  z.strictObject({ type: z.literal("import-settings"), text: z.string().check(z.maxLength(100_000)) }),
  z.strictObject({ type: z.literal("check-now") }),
  z.strictObject({ type: z.literal("popup-opened") }),
  z.strictObject({ type: z.literal("change-settings"), change: z.strictObject(optionalShape) }),
  z.strictObject({
    type: z.literal("select-calendar"),
    accountId,
    calendar: CalendarSubjectSchema,
    selected: z.boolean(),
  }),
  z.strictObject({ type: z.literal("set-destination"), accountId, calendar: CalendarSubjectSchema }),
  z.strictObject({ type: z.literal("restore-destination"), accountId }),
  z.strictObject({ type: z.literal("keep-destination"), accountId }),
  z.strictObject({ type: z.literal("reconnect"), accountId, connection: ConnectionSubjectSchema }),
  z.strictObject({ type: z.literal("test-reading"), accountId, calendar: CalendarSubjectSchema }),
  z.strictObject({ type: z.literal("repair") }),
]);
