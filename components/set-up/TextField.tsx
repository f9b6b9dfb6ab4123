import { useId } from "preact/hooks";
import { LockedNote } from "../shared/LockedNote.tsx";

interface Props {
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
export function TextField({ name, label, hint, value, isLocked, onType, problemId }: Props) {
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
