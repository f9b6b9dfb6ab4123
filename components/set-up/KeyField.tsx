import type { RefObject } from "preact";
import { useId, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { WebLink } from "../common/WebLink.tsx";
import { type FormProblem, problemSentence } from "./problem-sentence.ts";

interface Props {
  /** WHY [no state]: the key is read from the field when it is sent, and kept nowhere else in the page. */
  input: RefObject<HTMLInputElement | null>;
  /** The alert that says what is wrong with it. */
  problemId: string | null;
  onType: () => void;
}

/** The field for the API key, hidden unless the person wants to see it. */
export function KeyField({ input, problemId, onType }: Props) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div class="field">
      <label for={id}>{t("setUp.apiKey")}</label>
      <div class="beside">
        <input
          ref={input}
          id={id}
          class="input"
          {...(shown ? { type: "text" as const } : { type: "password" as const })}
          name="key"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={problemId !== null}
          aria-describedby={problemId ?? undefined}
          onInput={onType}
        />
        <button
          type="button"
          class="button"
          aria-label={shown ? t("setUp.hideKey") : t("setUp.showKey")}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {shown ? t("setUp.hide") : t("setUp.show")}
        </button>
      </div>
    </div>
  );
}

/** Where a key is made, and how. @param url null when the web app is not known */
export function MakeKey({ url }: { url: string | null }) {
  return (
    <div>
      {url !== null && <WebLink href={url} label={t("setUp.makeKey")} />}
      <p class="muted small">{t("setUp.makeKeyHint")}</p>
    </div>
  );
}

interface ForgetChoiceProps {
  forget: boolean;
  onChange: (forget: boolean) => void;
}

/** Whether the key outlives the browser session. */
export function ForgetChoice({ forget, onChange }: ForgetChoiceProps) {
  return (
    <label class="choice">
      <input type="checkbox" checked={forget} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{t("setUp.forget")}</span>
    </label>
  );
}

interface FormAlertProps {
  id: string;
  problem: FormProblem | null;
  isSelfHosted: boolean;
}

/** Why the key was not stored. */
export function FormAlert({ id, problem, isSelfHosted }: FormAlertProps) {
  if (problem === null) return null;
  return (
    <p id={id} role="alert" class="alert">
      {problemSentence(problem, isSelfHosted)}
    </p>
  );
}
