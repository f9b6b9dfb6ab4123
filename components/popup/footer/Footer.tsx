import { useEffect, useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { openSettings } from "../../../utils/pages/open-settings.ts";
import type { FooterText } from "../../../utils/screen/footer/footer-text.ts";
import { isEscape } from "../../common/escape.ts";
import { useReturnedFocus } from "../../common/focus.ts";
import { LazyPart } from "../../common/lazy.tsx";
import { listEndPart, snoozePart } from "../lazy-parts.ts";
import { CheckNow } from "./CheckNow.tsx";
import { FooterBar } from "./FooterBar.tsx";

interface Props {
  text: FooterText;
  /** What a finished check found, for those who hear the page. */
  result: string;
}

/** The footer, with what its buttons open. */
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
    <FooterBar
      text={text}
      said={said}
      result={done === "check" ? result : done === "snooze" ? t("snooze.done") : null}
      isSnoozing={isSnoozing}
      snoozeButton={snoozeButton}
      onSnooze={() => {
        setDone(null);
        setSnoozing(!isSnoozing);
      }}
      onSettings={openSettings}
      check={
        <CheckNow
          lastAttemptAt={text.lastAttemptAt}
          onDone={() => {
            setSaid(null);
            setDone("check");
          }}
          onSay={setSaid}
        />
      }
    >
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
    </FooterBar>
  );
}
