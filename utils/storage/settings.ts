import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { DEFAULT_SETTINGS, SETTINGS, type SettingsRecord } from "../core/model/records.ts";
import { effectiveSettings } from "../core/settings/effective-settings.ts";
import { settingShape } from "../schemas/setting-shape.ts";
import { decode, type Read, type RecordKind, valueOrNull } from "./decode.ts";
import { readEffectivePolicy } from "./policy.ts";
import { VERSIONS } from "./versions.ts";

export const settingsKind: RecordKind<SettingsRecord> = {
  version: VERSIONS.settings,
  schema: z.looseObject({
    version: z.literal(1),
    ...settingShape,
    // Later than the first version of this record.
    notifications: z._default(settingShape.notifications, DEFAULT_SETTINGS.notifications),
    showBadge: z._default(settingShape.showBadge, DEFAULT_SETTINGS.showBadge),
    appearance: z._default(settingShape.appearance, DEFAULT_SETTINGS.appearance),
  }),
  salvage: (raw) => {
    const lenient = z.object({
      intervalMinutes: z.catch(settingShape.intervalMinutes, DEFAULT_SETTINGS.intervalMinutes),
      notifications: z.catch(settingShape.notifications, DEFAULT_SETTINGS.notifications),
      showBadge: z.catch(settingShape.showBadge, DEFAULT_SETTINGS.showBadge),
      countingLevel: z.catch(settingShape.countingLevel, DEFAULT_SETTINGS.countingLevel),
      appearance: z.catch(settingShape.appearance, DEFAULT_SETTINGS.appearance),
    });
    const parsed = lenient.safeParse(raw);
    return parsed.success ? { version: 1, ...parsed.data } : DEFAULT_SETTINGS;
  },
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
