import { useEffect, useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { openSettings } from "../../../utils/pages/open-settings.ts";
import type { FooterText } from "../../../utils/screen/footer/footer-text.ts";
import { isEscape } from "../../common/escape.ts";
import { useReturnedFocus } from "../../common/focus.ts";
import { Icon } from "../../common/Icon.tsx";
import { LazyPart } from "../../common/lazy.tsx";
import { listEndPart, snoozePart } from "../lazy-parts.ts";
import { CheckNow } from "./CheckNow.tsx";

interface Props {
  text: FooterText;
  /** What a finished check found, for those who hear the page. */
  result: string;
}

/** When Cal.com was asked and is asked next, and the buttons that are always there. */
export function Footer({ text, result }: Props) {
  const [done, setDone] = useState<"check" | "snooze" | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [isSnoozing, setSnoozing] = useState(false);
  // That it could not be loaded is said where most of it would be.
  const end = listEndPart.useLoaded();
  const snoozeButton = useReturnedFocus<HTMLButtonElement>(isSnoozing);

  // Once the next check is over, what was said about the last one is out of date.
  useEffect(() => setSaid(null), [text.checked]);

  useEffect(() => {
    if (!isSnoozing) return;
    const close = (event: KeyboardEvent) => {
      if (!isEscape(event)) return;
      // The browser closes the whole popup at this key unless the page makes use of it.
      event.preventDefault();
      setSnoozing(false);
    };
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, [isSnoozing]);

  return (
    <footer class="footer">
      {end !== null && end !== "missing" && <end.UndoBar />}
      {isSnoozing && (
        <LazyPart
          part={snoozePart}
          draw={({ SnoozeRow }) => (
            <SnoozeRow
              onDone={() => {
                setDone("snooze");
                setSnoozing(false);
              }}
            />
          )}
        />
      )}
      <p role="status" class="when-line muted small">
        {said ?? <When text={text} />}
      </p>
      <p role="status" class="visually-hidden">
        {done === "check" && result}
        {done === "snooze" && t("snooze.done")}
      </p>
      <div class="footer-buttons">
        <CheckNow
          lastAttemptAt={text.lastAttemptAt}
          onDone={() => {
            setSaid(null);
            setDone("check");
          }}
          onSay={setSaid}
        />
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
          ref={snoozeButton}
          type="button"
          class="icon-button"
          aria-label={t("footer.snooze")}
          title={t("footer.snooze")}
          aria-expanded={isSnoozing}
          onClick={() => {
            setDone(null);
            setSnoozing(!isSnoozing);
          }}
        >
          <Icon name="snooze" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t("footer.settings")}
          title={t("footer.settings")}
          onClick={openSettings}
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
