import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { SETTINGS } from "../core/model/records.ts";
import { effectiveSettings } from "../core/settings/effective.ts";
import { FORMAT, VERSION } from "../core/settings/file.ts";
import { DEFAULT_SETTINGS, type SettingsRecord } from "../core/settings/records.ts";
import type { Settings } from "../core/settings/table.ts";
import { defaultingShape, lenientShape, optionalShape, settingShape } from "../schemas/setting-shape.ts";
import { decode, type Read, type RecordKind, valueOrNull } from "./decode.ts";
import { readEffectivePolicy } from "./policy.ts";
import { VERSIONS } from "./versions.ts";

export const settingsKind: RecordKind<SettingsRecord> = {
  version: VERSIONS.settings,
  schema: z.looseObject({
    version: z.literal(1),
    ...defaultingShape,
    // The others are later than the first version of this record.
    intervalMinutes: settingShape.intervalMinutes,
    countingLevel: settingShape.countingLevel,
  }),
  salvage: (raw) => {
    const parsed = z.object(lenientShape).safeParse(raw);
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

type ParsedFile =
  /** Only what the file names: the other settings are to stay. */
  | { ok: true; settings: Partial<Settings> }
  /** `newer`: written by a later version of the extension, whose settings may mean something else. */
  | { ok: false; problem: "damaged" | "newer" };

const EnvelopeSchema = z.object({ format: z.literal(FORMAT), version: z.int().check(z.gte(1)) });

const FileSchema = z.object({ settings: z.object(optionalShape) });

/** @param text of a settings file. Settings that this version does not know are left out. */
export function parseFile(text: string): ParsedFile {
  const content = parseJson(text);
  const envelope = EnvelopeSchema.safeParse(content);
  if (!envelope.success) return { ok: false, problem: "damaged" };
  if (envelope.data.version > VERSION) return { ok: false, problem: "newer" };
  const file = FileSchema.safeParse(content);
  return file.success ? { ok: true, settings: file.data.settings } : { ok: false, problem: "damaged" };
}

/** @returns undefined when it is no JSON */
function parseJson(text: string): unknown {
  try {
    // Some editors put a mark of the byte order at the beginning.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
