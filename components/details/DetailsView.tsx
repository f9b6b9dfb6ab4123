import { useId, useRef, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { useFocusWhen } from "../shared/use-focus-when.ts";
import { copyText } from "./copy-text.ts";
import { SaveRecording } from "./SaveRecording.tsx";
import { useDetails } from "./use-details.ts";
import "./details.css";

/** What a bug report needs: shown whole before it is copied. */
export function DetailsView({ onClose }: { onClose?: () => void }) {
  const id = useId();
  const details = useDetails();
  const heading = useFocusWhen<HTMLHeadingElement>(true);
  const text = useRef<HTMLElement>(null);
  const [said, say] = useState("");
  async function copy() {
    if (text.current) say(t((await copyText(text.current)) ? "details.copied" : "details.notCopied"));
  }
  const read = details === null || details === "notRead" ? null : details;
  return (
    <section class="details" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t("details.heading")}
      </h2>
      <p class="muted small">{t("details.intro")}</p>
      {details === null && <p class="muted">{t("details.reading")}</p>}
      {details === "notRead" && (
        <p class="alert" role="alert">
          {t("details.notRead")}
        </p>
      )}
      {read && (
        <section
          ref={text}
          class="details-text"
          aria-label={t("details.label")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached with the keyboard.
          tabIndex={0}
          dir="ltr"
          lang="en"
        >
          <pre>{read.text}</pre>
        </section>
      )}
      <div class="buttons">
        {read && (
          <button type="button" class="button main" onClick={copy}>
            {t("details.copy")}
          </button>
        )}
        {onClose && (
          <button type="button" class="button" onClick={onClose}>
            {t("details.close")}
          </button>
        )}
      </div>
      {read && <SaveRecording recordings={read.recordings} say={say} />}
      <p role="status" class={said === "" ? "visually-hidden" : "said"}>
        {said}
      </p>
    </section>
  );
}
