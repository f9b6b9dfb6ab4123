import { plural } from "../../../utils/copy/i18n.ts";
import type { Finding } from "../../../utils/core/model/finding.ts";
import { subjectKey } from "../../../utils/core/model/subject.ts";

/**
 * Notices are of two kinds only. A calendar that is both read-only and not checked is one calendar to look at.
 * @param byAccount notices of each account: one calendar of two accounts is two
 */
export function noticesTitle(byAccount: readonly (readonly Finding[])[]): string {
  const calendars = byAccount.map((findings) => new Set(findings.map(({ subject }) => subjectKey(subject))));
  const count = calendars.reduce((sum, { size }) => sum + size, 0);
  const kinds = new Set(byAccount.flat().map(({ kind }) => kind));
  if (kinds.size > 1) return plural("problems.looksBoth", count);
  return plural(kinds.has("read-only") ? "problems.looksReadOnly" : "problems.looksUnchecked", count);
}
