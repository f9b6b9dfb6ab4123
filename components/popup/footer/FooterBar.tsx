import type { ComponentChildren, RefObject } from "preact";
import { t } from "../../../utils/copy/i18n.ts";
import type { FooterText } from "../../../utils/screen/footer/footer-text.ts";
import { Icon } from "../../common/Icon.tsx";

interface Props {
  text: FooterText;
  /** Said instead of when Cal.com was asked. */
  said?: string | null;
  /** What a finished deed came to, for those who hear the page. */
  result?: string | null;
  check: ComponentChildren;
  isSnoozing?: boolean;
  snoozeButton?: RefObject<HTMLButtonElement | null>;
  onSnooze?: () => void;
  onSettings?: () => void;
  /** Above its line. */
  children?: ComponentChildren;
}

/** When Cal.com was asked and is asked next, and the buttons that are always there. */
export function FooterBar({
  text,
  said = null,
  result = null,
  check,
  isSnoozing = false,
  snoozeButton,
  onSnooze,
  onSettings,
  children,
}: Props) {
  return (
    <footer class="footer">
      {children}
      <p role="status" class="when-line muted small">
        {said ?? <When text={text} />}
      </p>
      <p role="status" class="visually-hidden">
        {result}
      </p>
      <div class="footer-buttons">
        {check}
        <a
          class="icon-button"
          href="/options.html#history"
          target="_blank"
          rel="noopener"
          title={t("footer.history")}
          aria-label={t("footer.history")}
        >
          <Icon name="history" />
        </a>
        <button
          {...(snoozeButton && { ref: snoozeButton })}
          type="button"
          class="icon-button"
          aria-label={t("footer.snooze")}
          title={t("footer.snooze")}
          aria-expanded={isSnoozing}
          onClick={onSnooze}
        >
          <Icon name="snooze" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t("footer.settings")}
          title={t("footer.settings")}
          onClick={onSettings}
        >
          <Icon name="settings" />
        </button>
      </div>
    </footer>
  );
}

/** Breaks between its two halves rather than within one. */
function When({ text: { checked, next } }: { text: FooterText }) {
  return (
    <span class="when">
      <span class="part">{checked}</span>
      {next !== null && (
        <>
          {" "}
          <span class="part">
            <span class="dot">{"· "}</span>
            {next}
          </span>
        </>
      )}
    </span>
  );
}
