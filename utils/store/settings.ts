import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { LEVELS } from "../status/finding.ts";
import { examine, type Read, type RecordKind, usable } from "./read.ts";
import { DEFAULT_SETTINGS, INTERVALS, SETTINGS, type SettingsRecord } from "./records.ts";

export const IntervalSchema = z.literal(INTERVALS);
export const CountingLevelSchema = z.enum(LEVELS);

const shape = {
  intervalMinutes: IntervalSchema,
  countingLevel: CountingLevelSchema,
};

export const settingsKind: RecordKind<SettingsRecord> = {
  version: 1,
  schema: z.looseObject({ version: z.literal(1), ...shape }),
  salvage: (raw) => {
    const lenient = z.object({
      intervalMinutes: z.catch(shape.intervalMinutes, DEFAULT_SETTINGS.intervalMinutes),
      countingLevel: z.catch(shape.countingLevel, DEFAULT_SETTINGS.countingLevel),
    });
    const parsed = lenient.safeParse(raw);
    return parsed.success ? { version: 1, ...parsed.data } : DEFAULT_SETTINGS;
  },
};

export async function readSettings(): Promise<Read<SettingsRecord>> {
  const { [SETTINGS]: raw } = await browser.storage.local.get(SETTINGS);
  return examine(raw, settingsKind);
}

/** The settings to go by, whatever became of the record. */
export async function settingsInForce(): Promise<SettingsRecord> {
  return usable(await readSettings()) ?? DEFAULT_SETTINGS;
}
