import type { ComponentChildren } from "preact";
import "./setting.css";

interface Props {
  name: string;
  hint?: string;
  /** Below the words: what came of it. */
  note?: ComponentChildren;
  /** What can be done; absent where it is only to be read. */
  children?: ComponentChildren;
}

/** A line like that of a setting, for what is no setting. */
export function Row({ name, hint, note, children }: Props) {
  return (
    <div class="setting">
      <div class="setting-words">
        <p class="row-name">{name}</p>
        {hint !== undefined && <p class="muted small">{hint}</p>}
        {note}
      </div>
      {children !== undefined && <div class="setting-controls">{children}</div>}
    </div>
  );
}
