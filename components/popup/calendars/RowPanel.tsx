import { t } from "../../../utils/copy/i18n.ts";
import type { CalendarSubject } from "../../../utils/core/model/subject.ts";
import type { Reason } from "../../../utils/messaging/action-message.ts";
import { WebLink } from "../../common/WebLink.tsx";
import { ActionButton } from "../actions/ActionButton.tsx";
import { ReasonAlert } from "../actions/ReasonAlert.tsx";
import { accountsNow, followAccounts, useFollowed } from "../actions/use-followed.ts";
import { ReadingLine, TestReading } from "../testing/TestReading.tsx";
import { rowPanelView } from "./row-panel.ts";
import "./row.css";

interface Props {
  accountId: string;
  calendar: CalendarSubject;
  /** Id of the calendar's name. */
  nameId: string;
}

/** What can be done with one calendar besides checking it for conflicts, below its row. */
export function RowPanel({ accountId, calendar, nameId }: Props) {
  useFollowed(followAccounts, "");
  const stored = accountsNow().find(({ account }) => account.id === accountId);
  const view = stored && rowPanelView(stored, calendar, Date.now());
  if (!view) return null;
  const { name, whyNot, link, canTest, reading } = view;
  return (
    <div class="row-panel">
      {whyNot !== null && <p class="muted small">{whyNot}</p>}
      <div class="buttons">
        {link && <WebLink {...link} />}
        {whyNot === null && (
          <ActionButton
            message={{ type: "set-destination", accountId, calendar }}
            done={t("action.destinationSet", [name])}
            place="list"
            describedBy={nameId}
          >
            {t("action.addBookings")}
          </ActionButton>
        )}
        {canTest && <TestReading accountId={accountId} calendar={calendar} nameId={nameId} />}
      </div>
      <ReadingLine reading={reading} />
    </div>
  );
}

/** Beside a switch: why nothing came of it, or that nobody knows yet. */
export function RowNote({ reason }: { reason: Reason | null }) {
  return reason ? <ReasonAlert reason={reason} /> : <p class="unread muted small">{t("action.unread")}</p>;
}
