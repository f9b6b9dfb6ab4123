import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { MOST_ENTRIES } from "../core/history/bound-entries.ts";
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
import { savable } from "../schemas/fallbacks.ts";
import { connectionId, datable, text } from "../schemas/finding-schema.ts";
import { changedRecord } from "./changed-record.ts";
import { decode, type Read, type RecordKind } from "./decode.ts";
import { salvage } from "./salvage.ts";
import { VERSIONS } from "./versions.ts";

const name = z.exactOptional(z.string());
const named = { ...connectionId, app: z.string(), whose: text };

const UNKNOWN: NamedConnection = {
  integration: "",
  credentialId: null,
  delegationCredentialId: null,
  app: "",
  whose: null,
};

/** Of one that can't be told from others any more the names are left. */
const ConnectionSchema = savable<NamedConnection>(z.looseObject(named), UNKNOWN);

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

const DaysSchema = savable<ConnectionDays>(
  z.looseObject({
    ...named,
    last: z.iso.date(),
    days: z.string().check(z.regex(/^[wb-]{1,30}$/)),
  }),
  { app: "" },
);

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

/** The same before its rows are looked at: entries name them by their place. */
const PartsSchema = savable<Omit<HistoryRecord, "connections"> & { connections: unknown[] }>(
  z.looseObject({
    version: z.literal(1),
    connections: z.array(z.unknown()),
    entries: z.array(EntrySchema),
    days: z.array(DaysSchema),
  }),
  { version: 1 },
);

export const historyKind: RecordKind<HistoryRecord> = {
  version: VERSIONS.history,
  schema: HistorySchema,
  salvage: salvageHistory,
};

/** An entry whose connection is lost stays, as one of some connection: each row keeps its place. */
function salvageHistory(raw: unknown): HistoryRecord {
  const saved = salvage(PartsSchema, raw);
  if (!saved) return { version: 1, ...emptyHistory() };
  const rows = saved.entries.reduce((most, { connection = -1 }) => Math.max(most, connection + 1), 0);
  const length = Math.max(saved.connections.length, Math.min(rows, MOST_ENTRIES));
  const connections = Array.from({ length }, (_, place) => rowOf(saved.connections[place]));
  const entries = saved.entries.map(({ connection, ...entry }) =>
    connection !== undefined && connection < length ? { ...entry, connection } : entry,
  );
  return { ...saved, connections, entries };
}

function rowOf(raw: unknown): NamedConnection {
  return salvage(ConnectionSchema, raw) ?? UNKNOWN;
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
