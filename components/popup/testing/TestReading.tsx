import { t } from "../../../utils/copy/i18n.ts";
import { scopeOf } from "../../../utils/core/actions/request.ts";
import type { CalendarSubject } from "../../../utils/core/model/subject.ts";
import type { ActionMessage, Reason } from "../../../utils/messaging/action-message.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { Icon } from "../../common/Icon.tsx";
import { requestAction } from "../actions/pending-actions.ts";
import { ReasonAlert } from "../actions/ReasonAlert.tsx";
import { usePendingAction } from "../actions/use-followed.ts";
import type { ReadingView } from "./reading.ts";

interface Props {
  accountId: string;
  calendar: CalendarSubject;
  nameId: string;
}

/** Counts the busy times that Cal.com sees in one calendar. */
export function TestReading({ accountId, calendar, nameId }: Props) {
  const message: ActionMessage = { type: "test-reading", accountId, calendar };
  const { answer, reason } = usePendingAction(scopeOf(message));
  return (
    <>
      <BusyButton
        busy={answer !== null}
        busyText={t("reading.testing")}
        look="quiet"
        describedBy={nameId}
        onPress={() => requestAction(message, "list", "")}
      >
        {t("reading.test")}
      </BusyButton>
      {reason && !isResult(reason) && <ReasonAlert reason={reason} />}
    </>
  );
}

/** What was found out is stored, and shown with its time. */
function isResult({ problem }: Reason): boolean {
  return problem === "unreadable" || problem === "notYours";
}

const ICONS = { good: "check", bad: "broken", unknown: "notice" } as const;

/** What reading a calendar last came to, and when. Said when it changes. */
export function ReadingLine({ reading }: { reading: ReadingView | null }) {
  return (
    <p role="status" class={reading ? `reading reading-${reading.look} small` : "visually-hidden"}>
      {reading && (
        <>
          <Icon name={ICONS[reading.look]} />
          <span>
            <span class="muted">{reading.when}</span> {reading.sentence}
          </span>
        </>
      )}
    </p>
  );
}
