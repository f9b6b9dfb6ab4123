import { useEffect, useRef } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { snoozeMessage } from "../problems/acknowledging.ts";
import { LengthButtons } from "../snooze/LengthButtons.tsx";
import type { QuietProps } from "./quiet-props.ts";

/** For how long this problem is to be quiet. */
export function SnoozeChoices({ markable, marking, describedBy }: QuietProps) {
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => row.current?.querySelector("button")?.focus(), []);
  return (
    <fieldset ref={row} class="quiet-choices" aria-describedby={describedBy}>
      <legend class="muted small">{t("snooze.thisLegend")}</legend>
      <LengthButtons
        messageOf={(howLong) => snoozeMessage(markable, howLong)}
        onBegin={marking.begin}
        onDone={() => marking.done(t("snooze.thisDone"))}
      />
    </fieldset>
  );
}
