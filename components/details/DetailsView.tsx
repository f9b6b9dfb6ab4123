import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { download } from "../../utils/pages/files.ts";
import { type OpenedDetails, openDetails } from "../../utils/pages/open-details.ts";
import { useFocusWhen } from "../common/focus.ts";
import { copyText } from "./copy-text.ts";
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

/** What was read when the view was opened; null until it is there. */
function useDetails(): OpenedDetails | "notRead" | null {
  const [details, setDetails] = useState<OpenedDetails | "notRead" | null>(null);
  useEffect(() => {
    openDetails().then(setDetails, () => setDetails("notRead"));
  }, []);
  return details;
}

interface Props {
  recordings: OpenedDetails["recordings"];
  say: (sentence: string) => void;
}

/** Saves what the replay tool needs: one file for one account. */
function SaveRecording({ recordings, say }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const recording = recordings[chosen];
  if (!recording) return <p class="muted small">{t("details.noRecording")}</p>;
  function save(text: string) {
    const name = `calendar-status-recording-${chosen + 1}.jsonl`;
    download(name, "application/jsonl", text);
    say(t("details.saved", [name]));
  }
  return (
    <>
      <p class="muted small">{t("details.recordingHint")}</p>
      {recordings.length > 1 && (
        <div class="details-account">
          <label for={id}>{t("details.recordingOf")}</label>
          <select
            id={id}
            class="input"
            value={chosen}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          >
            {recordings.map(({ account }, index) => (
              <option key={`${index} ${account}`} value={index}>
                {account}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="buttons">
        <button type="button" class="button" onClick={() => save(recording.text)}>
          {t("details.save")}
        </button>
      </div>
    </>
  );
}
