import { useState } from "preact/hooks";
import { send } from "../../utils/messages/send.ts";
import type { Unreadable } from "../../utils/pages/stored.ts";
import { t } from "../../utils/words.ts";
import { BusyButton } from "./BusyButton.tsx";

/** Instead of a page that can't be drawn: what happened, and a way out. */
export function Crash({ unreadable }: { unreadable: Unreadable }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function repair() {
    setBusy(true);
    const { ok } = await send({ type: "repair" }).catch(() => ({ ok: false }));
    if (ok) location.reload();
    setBusy(false);
    setFailed(!ok);
  }

  return (
    <main class="crash">
      <h1>{t(unreadable === "newer" ? "crash.newerHeading" : "crash.heading")}</h1>
      <p>{t(unreadable === "newer" ? "crash.newer" : "crash.sentence")}</p>
      {unreadable === "damaged" && (
        <div class="buttons">
          <BusyButton busy={busy} busyText={t("crash.repairing")} look="main" onPress={repair}>
            {t("crash.repair")}
          </BusyButton>
        </div>
      )}
      {failed && (
        <p role="alert" class="alert">
          {t("crash.notRepaired")}
        </p>
      )}
    </main>
  );
}
