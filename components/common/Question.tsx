import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { BusyButton } from "./BusyButton.tsx";
import { isEscape } from "./escape.ts";

interface Props {
  question: string;
  /** What goes when it is answered with yes. */
  effect: string;
  /** On the button that does it. */
  confirm: string;
  busyText: string;
  /** Said where nothing came of it. */
  failedText: string;
  /** @returns whether it is done; whoever asked takes the question away then */
  onConfirm: () => Promise<boolean>;
  onCancel: () => void;
}

/** Asks once more before something goes for good. */
export function Question({ question, effect, confirm, busyText, failedText, onConfirm, onCancel }: Props) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);

  async function press() {
    setBusy(true);
    setFailed(false);
    const ok = await onConfirm().catch(() => false);
    setBusy(false);
    setFailed(!ok);
  }

  return (
    <fieldset class="question" onKeyDown={(event) => isEscape(event) && !busy && onCancel()}>
      <legend class="who">{question}</legend>
      <p>{effect}</p>
      {failed && (
        <p role="alert" class="alert">
          {failedText}
        </p>
      )}
      <div class="buttons">
        <BusyButton busy={busy} busyText={busyText} look="danger" onPress={press}>
          {confirm}
        </BusyButton>
        <button ref={cancel} type="button" class="button" onClick={onCancel}>
          {t("setUp.cancel")}
        </button>
      </div>
    </fieldset>
  );
}
