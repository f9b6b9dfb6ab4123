import * as z from "zod/mini";
import { FORMAT, VERSION } from "../../core/settings/file.ts";
import type { Settings } from "../../core/settings/table.ts";
import { optionalShape } from "../../schemas/setting-shape.ts";

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
