import { t } from "../../../utils/words.ts";
import { takeBackMessage } from "../model/marking.ts";
import type { Markable } from "../model/problems.ts";
import { MarkingButton } from "./MarkingButton.tsx";
import type { Marking } from "./use-marking.ts";

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
