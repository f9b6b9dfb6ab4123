import { plural, underscored } from "../../../utils/copy/i18n.ts";
import type { Finding } from "../../../utils/core/model/finding.ts";
import { canBeNotice } from "../../../utils/core/model/kinds.ts";
import { subjectKey } from "../../../utils/core/model/subject.ts";

/**
 * What is worth a look. A calendar that is both read-only and not checked is one calendar to look at.
 * @param byAccount notices of each account: one calendar of two accounts is two
 */
export function noticesTitle(byAccount: readonly (readonly Finding[])[]): string {
  const subjects = byAccount.map((findings) => new Set(findings.map(({ subject }) => subjectKey(subject))));
  const count = subjects.reduce((sum, { size }) => sum + size, 0);
  const kinds = new Set(byAccount.flat().map(({ kind }) => kind));
  const [kind, other, ...more] = kinds;
  if (kind && !other && canBeNotice(kind)) return plural(`notices.${underscored(kind)}`, count);
  const isBoth = more.length === 0 && kinds.has("read-only") && kinds.has("not-selected");
  return plural(isBoth ? "notices.both" : "headline.looks", count);
}
