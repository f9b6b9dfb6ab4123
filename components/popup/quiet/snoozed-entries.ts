import { accountWho } from "../../../utils/copy/account-name.ts";
import { formatTime } from "../../../utils/copy/format-time.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { identity } from "../../../utils/core/model/finding.ts";
import type { Card, Seen } from "../../../utils/screen/problems/fix.ts";
import { grouped } from "../../../utils/screen/problems/group.ts";
import { mostUrgentFirst } from "../../../utils/screen/problems/problems-view.ts";

/** One line of the list of what is snoozed by itself. */
export interface SnoozedEntry {
  card: Card;
  /** What it is about, whose it is, and until when it is quiet. */
  details: string;
}

/** From how many calendars of a kind on they are one entry. */
const TOGETHER = 2;

/** What is snoozed problem by problem, worst first; what ends together is told of together. */
export function snoozedEntries(snoozed: readonly Seen[], withAccount: boolean, now: number): SnoozedEntry[] {
  return snoozed.flatMap(({ context, findings }) => {
    const ends = new Map(context.state.snoozed.map((one) => [identity(one), one.until]));
    const byEnd = Map.groupBy(findings, (finding) => ends.get(identity(finding)) ?? now);
    return [...byEnd].flatMap(([until, together]) =>
      grouped(context, [...together].sort(mostUrgentFirst), TOGETHER).map((card) => ({
        card,
        details: [
          card.copy.where,
          card.names,
          withAccount ? accountWho(card.account) : null,
          t("snooze.thisUntil", [formatTime(until, now)]),
        ]
          .filter((detail) => detail !== null)
          .join(" · "),
      })),
    );
  });
}
