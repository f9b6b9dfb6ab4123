import { t } from "../../copy/i18n.ts";
import type { RememberedCalendar } from "../../core/model/account-state.ts";

export type FlagKind = "primary" | "destination" | "notSelected" | "readOnly" | "lastKnown";

export interface Flag {
  kind: FlagKind;
  /** Always shown as a word: an icon or a colour alone says nothing to many people. */
  word: string;
}

/** What holds of a calendar, as words. */
export function flagsOf(
  calendar: Pick<RememberedCalendar, "primary" | "isSelected" | "readOnly">,
  { isDestination, lastKnown }: { isDestination: boolean; lastKnown: boolean },
): Flag[] {
  const kinds: [FlagKind, boolean][] = [
    ["destination", isDestination],
    ["primary", calendar.primary],
    ["notSelected", !calendar.isSelected],
    ["readOnly", calendar.readOnly],
    ["lastKnown", lastKnown],
  ];
  return kinds.filter(([, holds]) => holds).map(([kind]) => ({ kind, word: t(`flag.${kind}`) }));
}
