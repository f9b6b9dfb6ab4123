import { useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { useReturnedFocus } from "../../common/focus.ts";
import { Icon } from "../../common/Icon.tsx";
import { AcknowledgeButton } from "../problems/AcknowledgeButton.tsx";
import { isAccepted } from "../problems/acknowledging.ts";
import { MarkChoices } from "./MarkChoices.tsx";
import type { QuietProps } from "./quiet-props.ts";
import { SnoozeChoices } from "./SnoozeChoices.tsx";
import { useEscape } from "./use-escape.ts";
import "./quiet.css";

/**
 * What keeps a problem quiet: one click marks it as expected for good, or accepts it; what is for a while, and a note, are a
 * click away.
 */
export function QuietButtons(props: QuietProps) {
  const { markable, about } = props;
  const [open, setOpen] = useState<"mark" | "snooze" | null>(null);
  const markButton = useReturnedFocus<HTMLButtonElement>(open === "mark");
  const snoozeButton = useReturnedFocus<HTMLButtonElement>(open === "snooze");
  const toggle = (which: "mark" | "snooze") => setOpen(open === which ? null : which);
  useEscape(open !== null, () => setOpen(null));
  return (
    <>
      <span class="quiet-buttons">
        <AcknowledgeButton {...props} />
        {!isAccepted(markable) && (
          <button
            ref={markButton}
            type="button"
            class="button quiet more-choices"
            title={t("expected.more")}
            aria-label={t("list.about", [t("expected.more"), about])}
            aria-expanded={open === "mark"}
            onClick={() => toggle("mark")}
          >
            <Icon name="chevron" />
          </button>
        )}
      </span>
      <button
        ref={snoozeButton}
        type="button"
        class="button quiet"
        title={t("snooze.thisHint")}
        aria-label={t("list.about", [t("snooze.this"), about])}
        aria-expanded={open === "snooze"}
        onClick={() => toggle("snooze")}
      >
        {t("snooze.this")}
      </button>
      {open === "mark" && <MarkChoices {...props} />}
      {open === "snooze" && <SnoozeChoices {...props} />}
    </>
  );
}
