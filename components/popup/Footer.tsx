import { useEffect, useState } from "preact/hooks";
import { openSettings } from "../../utils/pages/open-settings.ts";
import { t } from "../../utils/words.ts";
import { CheckNow } from "./CheckNow.tsx";

interface Props {
  text: string;
  /** What a finished check found, for those who hear the page. */
  result: string;
}

/** When Cal.com was asked and is asked next, and the two buttons that are always there. */
export function Footer({ text, result }: Props) {
  const [done, setDone] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  // Once the next check is over, what was said about the last one is out of date.
  useEffect(() => setSaid(null), [text]);

  return (
    <footer class="footer">
      <p role="status" class="muted small">
        {said ?? text}
      </p>
      <p role="status" class="heard">
        {done ? result : ""}
      </p>
      <div class="buttons">
        <CheckNow
          onDone={() => {
            setSaid(null);
            setDone(true);
          }}
          onSay={setSaid}
        />
        <button type="button" class="button" onClick={openSettings}>
          {t("footer.settings")}
        </button>
      </div>
    </footer>
  );
}
