import { formatTime } from "../../../utils/copy/format-time.ts";
import { t } from "../../../utils/copy/i18n.ts";
import type { Terms } from "./mark-terms.ts";

/** Until when something is expected, and why. */
export function MarkTerms({ terms: { until, note } }: { terms: Terms }) {
  return (
    <>
      {until !== null && <p class="muted small">{t("expected.until", [formatTime(until, Date.now())])}</p>}
      {note !== null && (
        <p class="mark-note small">
          {/* A name in another script must not turn what stands around it. */}
          <bdi>{note}</bdi>
        </p>
      )}
    </>
  );
}
