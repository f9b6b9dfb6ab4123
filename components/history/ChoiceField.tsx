import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "../set-up/set-up.css";

interface Props {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  /** Its options. */
  children: ComponentChildren;
}

/** A labelled select that changes what is shown, and saves nothing. */
export function ChoiceField({ label, value, onChoose, children }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
