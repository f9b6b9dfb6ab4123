import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { journaledActions } from "../core/model/actions.ts";
import { LEVELS } from "../core/model/finding.ts";
import {
  type ConnectionDays,
  EVENTS,
  emptyHistory,
  type History,
  type HistoryEntry,
  type NamedConnection,
} from "../core/model/history.ts";
import { FINDING_KINDS } from "../core/model/kinds.ts";
import { type HistoryRecord, historyOf } from "../core/model/records.ts";
import { connectionId, datable, text } from "../schemas/finding-schema.ts";
import { changedRecord } from "./changed-record.ts";
import { decode, type Read, type RecordKind } from "./decode.ts";
import { VERSIONS } from "./versions.ts";

const name = z.exactOptional(z.string());
const named = { ...connectionId, app: z.string(), whose: text };

const ConnectionSchema: z.ZodMiniType<NamedConnection> = z.looseObject(named);

const EntrySchema: z.ZodMiniType<HistoryEntry> = z.looseObject({
  at: datable,
  event: z.enum(EVENTS),
  kind: z.exactOptional(z.enum(FINDING_KINDS)),
  level: z.exactOptional(z.enum(LEVELS)),
  connection: z.exactOptional(z.int().check(z.nonnegative())),
  name,
  from: name,
  byPerson: z.exactOptional(z.literal(true)),
  byItself: z.exactOptional(z.literal(true)),
  action: z.exactOptional(z.enum(journaledActions())),
  until: z.exactOptional(datable),
  alone: z.exactOptional(z.literal(true)),
});

const DaysSchema: z.ZodMiniType<ConnectionDays> = z.looseObject({
  ...named,
  last: z.iso.date(),
  days: z.string().check(z.regex(/^[wb-]{1,30}$/)),
});

const HistorySchema = z
  .looseObject({
    version: z.literal(1),
    connections: z.array(ConnectionSchema),
    entries: z.array(EntrySchema),
    days: z.array(DaysSchema),
  })
  .check(
    z.refine(({ connections, entries }) =>
      entries.every(({ connection }) => connection === undefined || connection < connections.length),
    ),
  );

export const historyKind: RecordKind<HistoryRecord> = {
  version: VERSIONS.history,
  schema: HistorySchema,
  salvage,
};

/** What fits stays; an entry whose connection does not is not understood without it. */
function salvage(raw: unknown): HistoryRecord {
  const lists = z
    .object({
      connections: z.catch(z.array(z.unknown()), []),
      entries: z.catch(z.array(z.unknown()), []),
      days: z.catch(z.array(z.unknown()), []),
    })
    .safeParse(raw);
  if (!lists.success) return { version: 1, ...emptyHistory() };
  const rows = lists.data.connections.map((row) => fitting(ConnectionSchema, row)[0]);
  const connections = rows.filter((row) => row !== undefined);
  const entries = fitting(EntrySchema, ...lists.data.entries).flatMap((entry) => {
    if (entry.connection === undefined) return entry;
    const row = rows[entry.connection];
    return row ? { ...entry, connection: connections.indexOf(row) } : [];
  });
  return { version: 1, connections, entries, days: fitting(DaysSchema, ...lists.data.days) };
}

function fitting<T>(schema: z.ZodMiniType<T>, ...values: unknown[]): T[] {
  return values.flatMap((value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}

export async function readHistory(accountId: string): Promise<Read<HistoryRecord>> {
  const key = historyOf(accountId);
  const { [key]: raw } = await browser.storage.local.get(key);
  return decode(raw, historyKind);
}

/** @param change returns the history it is given when nothing changes @see changedRecord */
export function changedHistory(
  accountId: string,
  change: (history: History) => History,
): Promise<Record<string, HistoryRecord>> {
  return changedRecord(historyOf(accountId), historyKind, emptyHistory(), change);
}
