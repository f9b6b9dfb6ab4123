import { useId, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { download } from "../../utils/pages/download.ts";
import type { OpenedDetails } from "../../utils/pages/open-details.ts";

interface Props {
  recordings: OpenedDetails["recordings"];
  say: (sentence: string) => void;
}

/** Saves what the replay tool needs: one file for one account. */
export function SaveRecording({ recordings, say }: Props) {
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
