import { useEffect, useState } from "preact/hooks";
import { openSettings } from "../../utils/pages/open-settings.ts";
import { t } from "../../utils/words.ts";
import { Icon } from "../common/Icon.tsx";
import { CheckNow } from "./CheckNow.tsx";
import type { FooterText } from "./model/footer.ts";

interface Props {
  text: FooterText;
  /** What a finished check found, for those who hear the page. */
  result: string;
}

/** When Cal.com was asked and is asked next, and the two buttons that are always there. */
export function Footer({ text, result }: Props) {
  const [done, setDone] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  // Once the next check is over, what was said about the last one is out of date.
  useEffect(() => setSaid(null), [text.checked]);

  return (
    <footer class="footer">
      <p role="status" class="muted small">
        {said ?? <When text={text} />}
      </p>
      <p role="status" class="heard">
        {done ? result : ""}
      </p>
      <div class="buttons">
        <CheckNow
          lastAttemptAt={text.lastAttemptAt}
          onDone={() => {
            setSaid(null);
            setDone(true);
          }}
          onSay={setSaid}
        />
        <button type="button" class="button square" title={t("footer.settings")} onClick={openSettings}>
          <Icon name="settings" />
          <span class="heard">{t("footer.settings")}</span>
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
