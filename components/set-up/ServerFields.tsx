import { useId } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { openSettings } from "../../utils/pages/open-settings.ts";
import { LockedNote } from "../common/Icon.tsx";
import type { FieldName } from "./problem-sentence.ts";
import type { Server } from "./server-choice.ts";

interface Props {
  server: Server;
  /** Told before the change is made. */
  onType: () => void;
  culprit: FieldName | null;
  alertId: string;
  inPopup: boolean;
}

/** Where a self-hosted Cal.com is. */
export function ServerFields({ server, onType, culprit, alertId, inPopup }: Props) {
  const field = (name: "apiUrl" | "webUrl") => ({
    name,
    value: server.choice[name],
    isLocked: server.isLocked(name),
    onType: (typed: string) => {
      onType();
      server.choose({ [name]: typed });
    },
    problemId: culprit === name ? alertId : null,
  });
  return (
    <>
      <TextField label={t("setUp.apiUrl")} hint={t("setUp.apiUrlHint")} {...field("apiUrl")} />
      <TextField label={t("setUp.webUrl")} hint={t("setUp.webUrlHint")} {...field("webUrl")} />
      {inPopup && (
        // A popup closes when the browser's own question takes the focus away from it.
        <p class="muted small">
          {t("setUp.permissionHint")}{" "}
          <button type="button" class="link" onClick={openSettings}>
            {t("setUp.continueInTab")}
          </button>
        </p>
      )}
    </>
  );
}

interface TextFieldProps {
  name: string;
  label: string;
  hint: string;
  value: string;
  /** Whether an administrator has set it. */
  isLocked: boolean;
  onType: (typed: string) => void;
  /** The alert that says what is wrong with it. */
  problemId: string | null;
}

/** A web address with its label above and a hint below. */
function TextField({ name, label, hint, value, isLocked, onType, problemId }: TextFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="text"
        inputMode="url"
        name={name}
        value={value}
        disabled={isLocked}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={problemId !== null}
        aria-describedby={problemId ? `${noteId} ${problemId}` : noteId}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {isLocked ? (
        <LockedNote id={noteId} />
      ) : (
        <p id={noteId} class="muted small">
          {hint}
        </p>
      )}
    </div>
  );
}
