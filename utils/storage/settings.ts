import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { SETTINGS } from "../core/model/records.ts";
import { effectiveSettings } from "../core/settings/effective.ts";
import { DEFAULT_SETTINGS, type SettingsRecord } from "../core/settings/records.ts";
import { savable } from "../schemas/fallbacks.ts";
import { defaultingShape, settingShape } from "../schemas/setting-shape.ts";
import { decode, type Read, type RecordKind, valueOrNull } from "./decode.ts";
import { readEffectivePolicy } from "./policy.ts";
import { salvage } from "./salvage.ts";
import { VERSIONS } from "./versions.ts";

const SettingsSchema = savable<SettingsRecord>(
  z.looseObject({
    version: z.literal(1),
    ...defaultingShape,
    // The others are later than the first version of this record.
    intervalMinutes: settingShape.intervalMinutes,
    countingLevel: settingShape.countingLevel,
  }),
  DEFAULT_SETTINGS,
);

export const settingsKind: RecordKind<SettingsRecord> = {
  version: VERSIONS.settings,
  schema: SettingsSchema,
  salvage: (raw) => salvage(SettingsSchema, raw) ?? DEFAULT_SETTINGS,
};

export async function readSettings(): Promise<Read<SettingsRecord>> {
  const { [SETTINGS]: raw } = await browser.storage.local.get(SETTINGS);
  return decode(raw, settingsKind);
}

/** What the person chose, whatever became of the record. */
export async function chosenSettings(): Promise<SettingsRecord> {
  return valueOrNull(await readSettings()) ?? DEFAULT_SETTINGS;
}

/** The settings to go by: what an administrator has set goes before what the person chose. */
export async function readEffectiveSettings(): Promise<SettingsRecord> {
  return { version: 1, ...effectiveSettings(await chosenSettings(), await readEffectivePolicy()) };
}
