import { plural, t } from "../../utils/copy/i18n.ts";
import type { ImportReply } from "../../utils/messaging/replies.ts";

/** `noAnswer`: the worker said nothing at all. */
export type Imported = ImportReply | { ok: false; problem: "noAnswer" };

/** What came of importing settings, in one or two sentences. */
export function importSentence(imported: Imported): string {
  if (!imported.ok) return t(`options.importProblem.${imported.problem}`);
  const { kept } = imported;
  return kept.length === 0 ? t("options.imported") : plural("options.importedBut", kept.length);
}
