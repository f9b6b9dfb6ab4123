import { t } from "../../../utils/words.ts";
import type { Reason } from "../acting/acting.ts";
import { ReasonAlert } from "../acting/ReasonAlert.tsx";
import "./row.css";

/** Beside a switch: why nothing came of it, or that nobody knows yet. */
export function RowNote({ reason }: { reason: Reason | null }) {
  return reason ? <ReasonAlert reason={reason} /> : <p class="unread muted small">{t("action.unread")}</p>;
}
