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
  hint: string;
  isLocked: boolean;
  outcome: Outcome;
  /** The control. */
  children: ComponentChildren;
}

/** A setting on one line: its words, what came of a change, and its control. */
export function Setting({ id, label, hint, isLocked, outcome, children }: Props) {
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
        <p id={hintOf(id)} class="muted small">
          {hint}
        </p>
        {isLocked && <LockedNote id={lockOf(id)} />}
      </div>
      {children}
    </div>
  );
}

/** What the control of a setting is described by. */
export function notesOf(id: string, isLocked: boolean): string {
  return isLocked ? `${hintOf(id)} ${lockOf(id)}` : hintOf(id);
}

const hintOf = (id: string) => `${id}-hint`;
const lockOf = (id: string) => `${id}-lock`;
