import type { KindOfChange } from "../../core/history/filter.ts";
import { t, underscored } from "../i18n.ts";

/** What a choice of the filter by kind is called. */
export function kindWords(kind: KindOfChange): string {
  return t(`history.kind.${underscored(kind)}`);
}
