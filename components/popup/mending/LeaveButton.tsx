import { t } from "../../../utils/copy/i18n.ts";
import type { RestoreStepView } from "../../../utils/screen/mending/restore-step.ts";
import { ActionButton } from "../actions/ActionButton.tsx";
import type { StepProps } from "./step-props.ts";

/** The person wants no more of it. What it stands in goes once that is stored. */
export function LeaveButton({
  message,
  place,
  describedBy,
  marking,
}: StepProps & { message: RestoreStepView["leave"] }) {
  return (
    <ActionButton
      message={message}
      done={t("mending.left")}
      place={place}
      describedBy={describedBy}
      look="quiet"
      title={t("mending.leaveHint")}
      onBegin={marking.begin}
    >
      {t("mending.leave")}
    </ActionButton>
  );
}
