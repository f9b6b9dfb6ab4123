import { useMemo } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import type { Seen } from "../../../utils/screen/problems/fix.ts";
import { Icon } from "../../common/Icon.tsx";
import { useGrowingLimit } from "../calendars/use-growing-limit.ts";
import { AcknowledgingButton } from "../problems/AcknowledgeButton.tsx";
import { endSnoozeMessage } from "../problems/acknowledging.ts";
import { elementId } from "../problems/find-linked.ts";
import type { Acknowledging } from "../problems/use-acknowledging.ts";
import { snoozedEntries } from "./snoozed-entries.ts";
import "./quiet.css";

interface Props {
  snoozed: readonly Seen[];
  withAccount: boolean;
  marking: Acknowledging;
}

/** Problems that are quiet for a while: in sight, with their end, and a way to end it now. */
export function SnoozedList({ snoozed, withAccount, marking }: Props) {
  const entries = useMemo(() => snoozedEntries(snoozed, withAccount, Date.now()), [snoozed, withAccount]);
  const limit = useGrowingLimit("", entries.length);
  return (
    <div class="snoozed-problems">
      <h3 tabIndex={-1}>
        <Icon name="snooze" />
        {t("problems.snoozed")}
      </h3>
      {entries.slice(0, limit).map(({ card, details }) => {
        const id = elementId(card);
        return (
          <div key={`${card.id} ${details}`} id={id} class="line" data-leaving>
            <div>
              <p id={`${id}-what`}>{card.copy.what}</p>
              <p class="muted small">{details}</p>
            </div>
            <AcknowledgingButton
              marking={marking}
              messages={() => [endSnoozeMessage(card)]}
              done={t("snooze.thisEnded")}
              look="quiet"
              about={card.copy.what}
            >
              {t("snooze.thisEnd")}
            </AcknowledgingButton>
          </div>
        );
      })}
    </div>
  );
}
