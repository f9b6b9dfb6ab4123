import type { Context } from "../../../utils/copy/problems/copy.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";
import type { ActionMessage } from "../actions/pending-actions.ts";
import type { Choice } from "./destination-choices.ts";

export interface FixButton {
  label: string;
  title?: string;
  message: ActionMessage;
  /** Said when it is done. */
  done: string;
}

/** What can be done about a finding right here. */
export interface Fix {
  buttons: FixButton[];
  /** Calendars that bookings can be added to instead. */
  choices: Choice[];
  /** To be sent to an administrator, who alone can act. */
  administratorText: string | null;
  /** What became of making the connection anew. */
  reconnecting: string | null;
  /** The link into the web app would do the same. */
  replacesLink: boolean;
}

export const NO_FIX: Fix = {
  buttons: [],
  choices: [],
  administratorText: null,
  reconnecting: null,
  replacesLink: false,
};

/** What a finding is seen in, with what the person has done about it so far. */
export type FixContext = Context & Pick<StoredAccount, "reconnections">;
