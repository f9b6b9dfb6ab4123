import * as z from "zod/mini";
import { LONGEST_NOTE, MARK_LENGTHS } from "../core/mark.ts";
import { REGIONS } from "../core/model/account.ts";
import { FINDING_KINDS } from "../core/model/kinds.ts";
import { SNOOZES } from "../core/snooze.ts";
import { CalendarSubjectSchema, ConnectionSubjectSchema, SubjectSchema } from "../schemas/finding-schema.ts";
import { optionalShape } from "../schemas/setting-shape.ts";
import type { ActionReply, CheckReply, ConnectReply, DoneReply, ImportReply } from "./replies.ts";

type Fields = Record<string, z.ZodMiniType>;

interface Command<F extends Fields, Reply, IsPrivate extends boolean> {
  fields: F;
  /** What it is answered with: a type only. */
  reply?: Reply;
  /** Whether it carries a key, and so goes over a port of its own: a type only, by which `send` refuses it. @see sendPrivately */
  private?: IsPrivate;
}

function answeredBy<Reply>() {
  return <F extends Fields, P extends boolean = false>(
    fields: F,
    _?: { private: P },
  ): Command<F, Reply, P> => ({ fields });
}

const done = answeredBy<DoneReply>();
const action = answeredBy<ActionReply>();

/** Longer than any key or address, and short enough that nothing is choked by it. */
const typed = z.string().check(z.maxLength(8_192));
const accountId = z.string().check(z.minLength(1), z.maxLength(100));
/** More than are ever shown at once: those of 20,000 calendars. */
const findings = z
  .array(z.strictObject({ kind: z.enum(FINDING_KINDS), subject: SubjectSchema }))
  .check(z.maxLength(40_000));
const keyIn = z.enum(["local", "session"]);
const calendar = CalendarSubjectSchema;

/**
 * What a page may ask of the worker: a line for each command. Pages ask; only the worker reads keys, asks Cal.com and writes.
 * They import the types of this file only, so that no schema is loaded with them.
 */
export const COMMANDS = {
  /** The key is as it was typed: the worker cleans it. Both addresses are only for `self-hosted`, that of the web app is optional. */
  connect: answeredBy<ConnectReply>()(
    { form: z.strictObject({ key: typed, region: z.enum(REGIONS), apiUrl: typed, webUrl: typed, keyIn }) },
    { private: true },
  ),
  /** What is typed in that form so far, but for the key; null when it is given up. */
  "keep-draft": done({
    draft: z.nullable(
      z.strictObject({ region: z.enum(REGIONS), apiUrl: typed, webUrl: typed, forget: z.boolean() }),
    ),
  }),
  /** Where in its list the popup is, for when it is opened again soon. */
  "keep-place": done({ filter: z.string().check(z.maxLength(1_000)), scroll: z.number() }),
  "replace-key": answeredBy<ConnectReply>()({ accountId, key: typed, keyIn }, { private: true }),
  "remove-account": done({ accountId }),
  /** A blank label gives the account the name back that Cal.com knows. */
  "rename-account": done({ accountId, label: z.string().check(z.maxLength(100)) }),
  /** One place up or down in the order in which accounts are shown. */
  "move-account": done({ accountId, by: z.literal([-1, 1]) }),
  /** The person has seen that the list of accounts was damaged: what is left of the accounts that it has lost goes. */
  "forget-lost": done({}),
  /** Marks findings as expected, for good if not said otherwise; accepts what is gone or lost. */
  acknowledge: done({
    accountId,
    findings,
    howLong: z.exactOptional(z.enum(MARK_LENGTHS)),
    note: z.exactOptional(z.string().check(z.maxLength(LONGEST_NOTE))),
  }),
  /** Takes such marks back. */
  unacknowledge: done({ accountId, findings }),
  /** "These are as I want them", with the findings that were shown; with none of them the person wants no offer. */
  "bulk-acknowledge": done({ accountId, findings }),
  /** One account, or all where none is named. */
  snooze: done({ howLong: z.enum(SNOOZES), accountId: z.exactOptional(accountId) }),
  "end-snooze": done({ accountId: z.exactOptional(accountId) }),
  /** Some problems alone. */
  "snooze-problem": done({ accountId, findings, howLong: z.enum(SNOOZES) }),
  "end-snooze-problem": done({ accountId, findings }),
  "clear-history": done({ accountId }),
  /** Check a calendar for conflicts. */
  "select-calendar": action({ accountId, calendar }),
  "unselect-calendar": action({ accountId, calendar }),
  /** Add bookings to this calendar. */
  "set-destination": action({ accountId, calendar }),
  /** Add bookings to the calendar again that was remembered. */
  "restore-destination": action({ accountId }),
  /** The destination that Cal.com has now is the wanted one. */
  "keep-destination": action({ accountId }),
  /** Give event types the calendars again that they had; without ids, all that have lost theirs. */
  "restore-event-types": action({
    accountId,
    eventTypes: z.optional(z.array(z.int()).check(z.maxLength(500))),
  }),
  /** Opens the place in the web app where a connection is made anew. */
  reconnect: action({ accountId, connection: ConnectionSubjectSchema }),
  /** Deletes a broken connection at Cal.com that another one stands for: the old one, as in its mending. */
  "remove-connection": action({ accountId, connection: ConnectionSubjectSchema }),
  /** Puts back all that went with a broken connection, the old one. */
  "restore-everything": action({ accountId, connection: ConnectionSubjectSchema }),
  /** Nothing more is to be put back of what went with it. */
  "dismiss-mending": action({ accountId, connection: ConnectionSubjectSchema }),
  /** Counts the busy times that Cal.com sees in a calendar. */
  "test-reading": action({ accountId, calendar }),
  "import-settings": answeredBy<ImportReply>()({ text: z.string().check(z.maxLength(100_000)) }),
  /** All accounts. Answered when the checks are over. */
  "check-now": answeredBy<CheckReply>()({}),
  "popup-opened": done({}),
  "options-opened": done({}),
  /** Shows a notification that is only a test. Not done when notifications are off, or the browser can't show it. */
  "test-notification": done({}),
  /** The settings that are to be different; the others stay. */
  "change-settings": done({ change: z.strictObject(optionalShape) }),
  /** A page could not make sense of a stored record: the worker looks at all of them again. */
  repair: done({}),
};

type Commands = typeof COMMANDS;
export type CommandId = keyof Commands;

type MessageWith<T extends CommandId, F extends Fields> = z.output<
  z.ZodMiniObject<{ type: z.ZodMiniLiteral<T> } & F>
>;
export type MessageOf<T extends CommandId> = T extends CommandId
  ? MessageWith<T, Commands[T]["fields"]>
  : never;
export type Message = MessageOf<CommandId>;
export type Replies = { [T in CommandId]: NonNullable<Commands[T]["reply"]> };

/** Commands that carry a key. */
export type PrivateMessage = MessageOf<
  { [T in CommandId]: NonNullable<Commands[T]["private"]> extends true ? T : never }[CommandId]
>;
/** Name of the port that they come by: pages and worker each write it down, so that they need not share code for it. */
export type PrivatePort = "private-message";
export type OpenMessage = Exclude<Message, PrivateMessage>;
/** Commands with such an answer. */
export type MessageAnsweredBy<Reply> = MessageOf<
  { [T in CommandId]: [Replies[T], Reply] extends [Reply, Replies[T]] ? T : never }[CommandId]
>;

export type ConnectForm = MessageOf<"connect">["form"];
export type SettingsChange = MessageOf<"change-settings">["change"];

/** What the worker does for each command. */
export type Handlers = { [T in CommandId]: (message: MessageOf<T>) => Promise<Replies[T]> };

const schemas = Object.entries<Command<Fields, unknown, boolean>>(COMMANDS).map(([type, { fields }]) =>
  z.strictObject({ type: z.literal(type), ...fields }),
);

/** Anything else is not answered. */
// Safe: each schema is made of the same row as the type of its message, and there are rows.
export const MessageSchema = z.discriminatedUnion("type", schemas as never) as z.ZodMiniType<Message>;
