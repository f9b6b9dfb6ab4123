import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { withDoubts } from "../core/findings/with-doubts.ts";
import { emptyStatus } from "../core/model/empty-status.ts";
import { type StatusRecord, statusOf } from "../core/model/records.ts";
import { AccountStateSchema } from "../schemas/account-state-schema.ts";
import { ReadingSchema, ReconnectionSchema } from "../schemas/action-schema.ts";
import { ClockSchema } from "../schemas/clock-schema.ts";
import { savable } from "../schemas/fallbacks.ts";
import { time } from "../schemas/finding-schema.ts";
import {
  AutomaticSchema,
  BookingsCheckSchema,
  EventTypesReadSchema,
  MendingSchema,
  OutboxSchema,
} from "../schemas/mending-schema.ts";
import { decode, type Read, type RecordKind, valueOrNull } from "./decode.ts";
import { salvage } from "./salvage.ts";
import { statusMigrations } from "./status-migrations.ts";
import { VERSIONS } from "./versions.ts";

const StatusSchema = savable<StatusRecord>(
  z.looseObject({
    version: z.literal(3),
    state: AccountStateSchema,
    // Later than the third version of this record.
    clock: z._default(ClockSchema, () => ({ believedAt: null, jump: null })),
    nextCheckAt: z.nullable(time),
    // Later than the first version of this record.
    outbox: z._default(z.nullable(OutboxSchema), null),
    bulkAcknowledgeAnswered: z._default(z.boolean(), false),
    readings: z._default(z.array(ReadingSchema), () => []),
    reconnections: z._default(z.array(ReconnectionSchema), () => []),
    mendings: z.array(MendingSchema),
    eventTypesRead: z.nullable(EventTypesReadSchema),
    bookingsChecks: z.array(BookingsCheckSchema),
    automatic: AutomaticSchema,
  }),
  emptyStatus(),
);

export const statusKind: RecordKind<StatusRecord> = {
  version: VERSIONS.status,
  schema: StatusSchema,
  migrations: statusMigrations,
  versionedPart: "state",
  salvage: (raw) => {
    const saved = salvage(StatusSchema, raw) ?? emptyStatus();
    // Whatever was lost of it: the next answer shows how things are, and until then nothing that is broken may pass for well.
    return { ...saved, state: withDoubts(saved.state, Date.now()), nextCheckAt: null };
  },
};

export async function readStatus(accountId: string): Promise<Read<StatusRecord>> {
  return (await readStatuses([accountId])).get(accountId) ?? { kind: "missing" };
}

/** @returns one entry for each of the accounts */
export async function readStatuses(accountIds: readonly string[]): Promise<Map<string, Read<StatusRecord>>> {
  const raw = await browser.storage.local.get(accountIds.map(statusOf));
  return new Map(accountIds.map((id) => [id, decode(raw[statusOf(id)], statusKind)]));
}

/** The status to go on from: what could be saved of it, an empty one where there is none, null where it is not ours to change. */
export function writableStatus(read: Read<StatusRecord>): StatusRecord | null {
  if (read.kind === "newer") return null;
  return valueOrNull(read) ?? emptyStatus();
}
