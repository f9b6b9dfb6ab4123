import type { KindOfChange } from "../../history/filter.ts";
import { t, underscored } from "../../words.ts";

/** What a choice of the filter by kind is called. */
export function kindWords(kind: KindOfChange): string {
  return t(`history.kind.${underscored(kind)}`);
}
