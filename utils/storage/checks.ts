import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { report } from "../browser/report.ts";
import { ACTIONS, type AppliedId, type ArgumentSort, appliedActions } from "../core/model/actions.ts";
import {
  type ChecksLog,
  emptyChecksLog,
  type LogEntry,
  type LoggedAcknowledgements,
  type LoggedAction,
  type LoggedCheck,
  type LoggedConnection,
  type LoggedDestination,
  type LoggedEventTypes,
  type LoggedTypes,
  type StartEventTypes,
} from "../core/model/checks-log.ts";
import { FINDING_KINDS } from "../core/model/kinds.ts";
import { type ChecksRecord, checksOf } from "../core/model/records.ts";
import { savable } from "../schemas/fallbacks.ts";
import { text, datable as time } from "../schemas/finding-schema.ts";
import { changedRecord } from "./changed-record.ts";
import { decode, type Read, type RecordKind } from "./decode.ts";
import { salvage } from "./salvage.ts";
import { VERSIONS } from "./versions.ts";

const id = z.nullable(z.number());
const optionalText = z.exactOptional(z.string());
const count = z.exactOptional(z.number().check(z.gte(0), z.lte(100_000)));

const Connection: z.ZodMiniType<LoggedConnection> = z.looseObject({
  type: text,
  id,
  delegation: z.exactOptional(text),
  calendars: z.exactOptional(z.array(z.string())),
  malformed: count,
  message: optionalText,
  primary: optionalText,
});

const Destination: z.ZodMiniType<LoggedDestination> = z.looseObject({
  type: text,
  calendar: z.string(),
  id,
  delegation: text,
});

const EventTypes: z.ZodMiniType<LoggedEventTypes> = z.looseObject({
  types: z.array(z.string()),
  malformed: count,
});

const StartTypes: z.ZodMiniType<StartEventTypes> = z.looseObject({
  seen: z.array(z.string()),
  bare: z.array(z.number()),
  lostApps: z.array(z.string()),
});

const Marks: z.ZodMiniType<LoggedAcknowledgements> = z.looseObject({
  kind: z.enum(FINDING_KINDS),
  on: z.union([
    z.enum(["account", "destination"]),
    z.looseObject({ eventType: z.number() }),
    z.looseObject({ type: text, id, delegation: text }),
  ]),
  calendars: z.exactOptional(z.array(z.string())),
  until: z.exactOptional(time),
});

/** What an argument has to be, by its sort. */
const Argument: { [Sort in keyof LoggedTypes]: z.ZodMiniType<LoggedTypes[Sort]> } = {
  calendar: z.string(),
  credential: z.number(),
  delegation: text,
  app: z.string(),
  time,
  // Marks had none before.
  end: z._default(z.nullable(time), null),
  findings: z.array(Marks),
};

function actionSchema(id: AppliedId): z.ZodMiniType<LoggedAction> {
  const sorts: Readonly<Record<string, ArgumentSort>> = ACTIONS[id].args;
  const args = Object.entries(sorts).map(([name, sort]) => [name, Argument[sort]]);
  const schema = z.looseObject({ at: time, action: z.literal(id), ...Object.fromEntries(args) });
  // Safe: it is made of the row that the type is derived from.
  return schema as unknown as z.ZodMiniType<LoggedAction>;
}

const Check = savable<LoggedCheck>(
  z.looseObject({
    at: time,
    ms: z.number(),
    outcome: z.enum([
      "answer",
      "invalid",
      "expired",
      "forbidden",
      "scope",
      "licence",
      "offline",
      "unreachable",
      "redirected",
      "timed-out",
      "rate-limited",
      "server-failed",
      "cal-error",
      "not-cal-api",
      "too-large",
      "no-key",
      "no-permission",
    ]),
    status: z.exactOptional(z.number()),
    wait: z.exactOptional(z.number()),
    message: optionalText,
    answer: z.exactOptional(
      z.looseObject({
        connections: z.array(Connection),
        destination: z.nullable(z.union([z.literal("unknown"), Destination])),
      }),
    ),
    eventTypes: z.exactOptional(z.union([z.literal(true), EventTypes])),
  }),
  { ms: 0 },
);

const Entry: z.ZodMiniType<LogEntry> = z.union([Check, ...appliedActions().map(actionSchema)]);

const ChecksSchema = savable<ChecksRecord>(
  z.looseObject({
    version: z.literal(1),
    start: z.nullable(
      z.looseObject({
        at: time,
        connections: z.array(Connection),
        destination: z.nullable(Destination),
        acknowledgements: z.array(Marks),
        snoozeUntil: z.nullable(time),
        eventTypes: z.exactOptional(StartTypes),
      }),
    ),
    entries: z.array(Entry),
    outcomesOnly: z.boolean(),
  }),
  { version: 1, outcomesOnly: true },
);

export const checksKind: RecordKind<ChecksRecord> = {
  version: VERSIONS.checks,
  schema: ChecksSchema,
  // A recording with a gap would tell another story: none is made until there is a log without one.
  salvage: (raw) => ({ ...(salvage(ChecksSchema, raw) ?? emptyChecks()), outcomesOnly: true }),
};

export function emptyChecks(): ChecksRecord {
  return { version: 1, ...emptyChecksLog() };
}

export async function readChecks(accountId: string): Promise<Read<ChecksRecord>> {
  const { [checksOf(accountId)]: raw } = await browser.storage.local.get(checksOf(accountId));
  return decode(raw, checksKind);
}

/** @param change returns the log it is given when nothing changes @see changedRecord */
export function changedChecks(
  accountId: string,
  change: (log: ChecksLog) => ChecksLog,
): Promise<Record<string, ChecksRecord>> {
  return changedRecord(checksOf(accountId), checksKind, emptyChecksLog(), (log) => changed(log, change));
}

// WHY [never throws]: what is only kept for bug reports must not keep a check from being stored.
function changed(log: ChecksLog, change: (log: ChecksLog) => ChecksLog): ChecksLog {
  try {
    return change(log);
  } catch (error) {
    report("A check could not be logged", error);
    // With a gap, so that no recording is made of it.
    return { ...log, outcomesOnly: true };
  }
}
