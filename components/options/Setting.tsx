import type { ComponentChildren } from "preact";
import { t } from "../../utils/copy/i18n.ts";
import { LockedNote } from "../common/Icon.tsx";
import type { Outcome } from "./use-setting.ts";
import "../set-up/set-up.css";
import "./setting.css";

interface Props {
  /** Of the control. */
  id: string;
  label: string;
  /** What the label leaves open; absent where that is nothing. */
  hint?: string | undefined;
  isLocked: boolean;
  outcome: Outcome;
  /** Below the words: what came of something else that can be done here. */
  note?: ComponentChildren;
  /** The control, and what else can be done here. */
  children: ComponentChildren;
}

/** A setting on one line: its words, what came of a change, and its control. */
export function Setting({ id, label, hint, isLocked, outcome, note, children }: Props) {
  return (
    <div class="setting">
      <div class="setting-words">
        <div class="setting-name">
          <label for={id}>{label}</label>
          <span role="status" class={outcome === "failed" ? "outcome error" : "outcome ok"}>
            {outcome === "saved" && t("options.saved")}
            {outcome === "failed" && t("options.notSaved")}
          </span>
        </div>
        {hint !== undefined && (
          <p id={hintOf(id)} class="muted small">
            {hint}
          </p>
        )}
        {isLocked && <LockedNote id={lockOf(id)} />}
        {note}
      </div>
      <div class="setting-controls">{children}</div>
    </div>
  );
}

/** What the control of a setting is described by; undefined where that is nothing. */
export function notesOf(id: string, hint: string | undefined, isLocked: boolean): string | undefined {
  const notes = [hint !== undefined && hintOf(id), isLocked && lockOf(id)].filter(Boolean);
  return notes.length > 0 ? notes.join(" ") : undefined;
}

const hintOf = (id: string) => `${id}-hint`;
const lockOf = (id: string) => `${id}-lock`;
