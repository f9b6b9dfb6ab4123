import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { NOW } from "../../tests/fixtures/account.ts";
import * as naming from "../../utils/copy/names.ts";
import { SCREEN } from "../../utils/core/model/records.ts";
import { keptWords } from "../../utils/screen/kept-words.ts";
import { screenOf } from "../../utils/screen/screen.ts";
import type { ScreenRecord } from "../../utils/screen/screen-record.ts";
import { assemble } from "../../utils/screen/stored.ts";

/** Has all that is said here said in the words of a build. @param dir of the unpacked extension @param language as browsers write it */
export async function speak(dir: string, language: string): Promise<void> {
  const file = resolve(dir, "_locales/en/messages.json");
  const texts: Record<string, { message: string }> = JSON.parse(await readFile(file, "utf8"));
  const getMessage = (name: string, substitutions: readonly string[] = []) =>
    name === "@@ui_locale"
      ? language.replace("-", "_")
      : (texts[name]?.message ?? "").replace(
          /\$([1-9])/g,
          (_, at: string) => substitutions[Number(at) - 1] ?? "",
        );
  Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
}

/** Records with what the worker would have written together with them: the first screen of the popup. */
export function withFirstScreen(records: Record<string, unknown>, language: string): Record<string, unknown> {
  const result = assemble(records);
  const timed = result.ok ? screenOf(result.stored, naming, NOW) : null;
  const utcOffset = -new Date(NOW).getTimezoneOffset();
  const record: ScreenRecord = { version: 1, at: NOW, utcOffset, language, said: keptWords(), timed };
  return { ...records, [SCREEN]: record };
}
