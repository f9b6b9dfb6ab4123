import { t } from "../../../utils/copy/i18n.ts";
import { MarkingButton } from "./AcknowledgingButton.tsx";
import { takeBackMessage } from "./acknowledging.ts";
import type { Markable } from "./problems-view.ts";
import type { Marking } from "./use-acknowledging.ts";

interface Props {
  markable: Markable;
  marking: Marking;
  describedBy: string;
}

export function TakeBack({ markable, marking, describedBy }: Props) {
  return (
    <MarkingButton
      marking={marking}
      messages={() => [takeBackMessage(markable)]}
      done={t("expected.takenBack")}
      look="quiet"
      title={t("expected.takeBackHint")}
      describedBy={describedBy}
    >
      {t("expected.takeBack")}
    </MarkingButton>
  );
}
