import { accountWho } from "../../../utils/copy/account-name.ts";
import { subjectName } from "../../../utils/copy/names.ts";
import type { Context } from "../../../utils/copy/problems/copy.ts";
import { subjectKey } from "../../../utils/core/model/subject.ts";
import type { Card, Line, Seen } from "./card.ts";
import { grouped } from "./group.ts";
import { mostUrgentFirst } from "./urgency.ts";

/** From how many calendars of a kind on they are one entry. */
const TOGETHER = 3;

/** One entry of the list of what is marked as expected. */
export interface AcknowledgedEntry {
  card: Card;
  /** Whose it is, where that has to be told; what it is about; or the first few of those it stands for. */
  details: string;
  /** Each calendar that an entry of several stands for; empty for one finding. To be called when it is looked at. */
  members: () => Line[];
}

/** What is marked as expected, several calendars of a kind together. Costs something: only for when it is looked at. */
export function acknowledgedEntries(expected: readonly Seen[], withAccount: boolean): AcknowledgedEntry[] {
  return expected.flatMap(({ context, findings }) =>
    grouped(context, [...findings].sort(mostUrgentFirst), TOGETHER).map((card) => ({
      card,
      details: [card.copy.where, card.names, withAccount ? accountWho(card.account) : null]
        .filter((detail) => detail !== null)
        .join(" · "),
      members: () => (card.names === null ? [] : membersOf(context, card)),
    })),
  );
}

function membersOf({ state }: Context, { id, account, findings }: Card): Line[] {
  return findings.flatMap((finding) =>
    finding.subject.type === "calendar"
      ? [
          {
            id: `${id} ${subjectKey(finding.subject)}`,
            account,
            findings: [finding],
            text: subjectName(state, finding.subject),
          },
        ]
      : [],
  );
}
