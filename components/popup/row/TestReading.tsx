import type { CalendarSubject } from "../../../utils/status/subject.ts";
import { t } from "../../../utils/words.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { type ActionMessage, aboutOf, act, type Reason } from "../acting/acting.ts";
import { ReasonAlert } from "../acting/ReasonAlert.tsx";
import { useActing } from "../acting/use-acting.ts";

interface Props {
  accountId: string;
  calendar: CalendarSubject;
  nameId: string;
}

/** Counts the busy times that Cal.com sees in one calendar. */
export function TestReading({ accountId, calendar, nameId }: Props) {
  const message: ActionMessage = { type: "test-reading", accountId, calendar };
  const { answer, reason } = useActing(aboutOf(message));
  return (
    <>
      <BusyButton
        busy={answer !== null}
        busyText={t("reading.testing")}
        look="quiet"
        describedBy={nameId}
        onPress={() => act(message, "list", "")}
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
