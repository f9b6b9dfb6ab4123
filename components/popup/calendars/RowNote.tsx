import { t } from "../../../utils/copy/i18n.ts";
import type { Reason } from "../actions/pending-actions.ts";
import { ReasonAlert } from "../actions/ReasonAlert.tsx";
import "./row.css";

/** Beside a switch: why nothing came of it, or that nobody knows yet. */
export function RowNote({ reason }: { reason: Reason | null }) {
  return reason ? <ReasonAlert reason={reason} /> : <p class="unread muted small">{t("action.unread")}</p>;
}
