import { useMemo, useState } from "preact/hooks";
import { accountWho } from "../../../utils/copy/account-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import type { Card, Line, Seen } from "../../../utils/screen/problems/fix.ts";
import { grouped, membersOf } from "../../../utils/screen/problems/group.ts";
import { mostUrgentFirst } from "../../../utils/screen/problems/problems-view.ts";
import { useGrowingLimit } from "../calendars/use-growing-limit.ts";
import { MarkTerms } from "../quiet/MarkTerms.tsx";
import { marksOf, type Terms } from "../quiet/mark-terms.ts";
import { UnacknowledgeButton } from "./AcknowledgeButton.tsx";
import type { Acknowledging } from "./use-acknowledging.ts";

interface Props {
  expected: readonly Seen[];
  withAccount: boolean;
  marking: Acknowledging;
}

/** All that is marked as expected, to take back. No list items: those are the calendars of the list below. */
export function AcknowledgedList({ expected, withAccount, marking }: Props) {
  const entries = useMemo(() => acknowledgedEntries(expected, withAccount), [expected, withAccount]);
  const limit = useGrowingLimit("", entries.length);
  return (
    <div class="expected">
      {entries.slice(0, limit).map((entry) => (
        <Entry key={entry.card.id} entry={entry} marking={marking} />
      ))}
    </div>
  );
}

function Entry({
  entry: { card, details, terms, members },
  marking,
}: {
  entry: AcknowledgedEntry;
  marking: Acknowledging;
}) {
  return (
    <div class="entry" data-leaving>
      <div class="line">
        <div>
          <p>{card.copy.what}</p>
          {details !== "" && <p class="muted small">{details}</p>}
          {terms !== null && <MarkTerms terms={terms} />}
        </div>
        <UnacknowledgeButton markable={card} marking={marking} about={card.copy.what} />
      </div>
      {card.names !== null && <Members members={members} marking={marking} />}
    </div>
  );
}

/** Each of those that an entry stands for. There may be a thousand: they are drawn when they are asked for, bit by bit. */
function Members({ members, marking }: { members: () => Line[]; marking: Acknowledging }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="members" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary class="muted small">{t("expected.each")}</summary>
      {isOpen && <MemberList lines={members()} marking={marking} />}
    </details>
  );
}

function MemberList({ lines, marking }: { lines: readonly Line[]; marking: Acknowledging }) {
  const limit = useGrowingLimit("", lines.length);
  return (
    <div class="each">
      {lines.slice(0, limit).map((line) => (
        <div key={line.id} class="line" data-leaving>
          <p class="cut" title={line.text}>
            {line.text}
          </p>
          <UnacknowledgeButton markable={line} marking={marking} about={line.text} />
        </div>
      ))}
    </div>
  );
}

/** From how many calendars of a kind on they are one entry. */
const TOGETHER = 3;

/** One entry of the list of what is marked as expected. */
interface AcknowledgedEntry {
  card: Card;
  /** Whose it is, where that has to be told; what it is about; or the first few of those it stands for. */
  details: string;
  /** When its mark ends and what was written beside it; null where there is neither, or not the same of all. */
  terms: Terms | null;
  /** Each calendar that an entry of several stands for; empty for one finding. To be called when it is looked at. */
  members: () => Line[];
}

/** What is marked as expected, several calendars of a kind together. Costs something: only for when it is looked at. */
export function acknowledgedEntries(expected: readonly Seen[], withAccount: boolean): AcknowledgedEntry[] {
  return expected.flatMap(({ context, findings }) => {
    const termsOf = marksOf(context.state);
    return grouped(context, [...findings].sort(mostUrgentFirst), TOGETHER).map((card) => ({
      card,
      details: [card.copy.where, card.names, withAccount ? accountWho(card.account) : null]
        .filter((detail) => detail !== null)
        .join(" · "),
      terms: termsOf(card.findings),
      members: () => (card.names === null ? [] : membersOf(context, card)),
    }));
  });
}
