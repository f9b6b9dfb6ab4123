import { useId, useRef, useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { copyText } from "../../details/copy-text.ts";

/** What to send to the administrator, who alone can act: shown whole before it is copied. */
export function AdministratorText({ text }: { text: string }) {
  const id = useId();
  const box = useRef<HTMLParagraphElement>(null);
  const [said, say] = useState("");
  async function copy() {
    if (box.current) say(t((await copyText(box.current)) ? "reconnect.copied" : "reconnect.notCopied"));
  }
  return (
    <div class="administrator">
      <p id={id} class="muted small">
        {t("reconnect.forAdministrator")}
      </p>
      <p ref={box} class="administrator-text small" tabIndex={-1} aria-describedby={id}>
        {text}
      </p>
      <button type="button" class="button" onClick={copy}>
        {t("reconnect.copy")}
      </button>
      <p role="status" class={said === "" ? "visually-hidden" : "small"}>
        {said}
      </p>
    </div>
  );
}
