import { useId } from "preact/hooks";

interface Props {
  name: string;
  label: string;
  hint?: string;
  value: string;
  onType: (typed: string) => void;
  /** The alert that says what is wrong with it. */
  problemId: string | null;
}

/** A text with its label above and a hint below. */
export function TextField({ name, label, hint, value, onType, problemId }: Props) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : null, problemId].filter(Boolean).join(" ");
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
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={problemId !== null}
        aria-describedby={describedBy || undefined}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="muted small">
          {hint}
        </p>
      )}
    </div>
  );
}
