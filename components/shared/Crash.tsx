import { useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { send } from "../../utils/messaging/send.ts";
import type { Unreadable } from "../../utils/pages/stored.ts";
import { BusyButton } from "./BusyButton.tsx";
import { useReturnedFocus } from "./use-returned-focus.ts";

/** Seldom wanted, so it is not among what every page has to load. */
const fetchDetails = () => import("../details/DetailsView.tsx");

/** Instead of a page that can't be drawn: what happened, and a way out. */
export function Crash({ unreadable }: { unreadable: Unreadable }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [details, setDetails] = useState<Awaited<ReturnType<typeof fetchDetails>> | null>(null);
  const opener = useReturnedFocus<HTMLButtonElement>(details !== null);

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
      <div class="buttons">
        {unreadable === "damaged" && (
          <BusyButton busy={busy} busyText={t("crash.repairing")} look="main" onPress={repair}>
            {t("crash.repair")}
          </BusyButton>
        )}
        {details === null && (
          <button ref={opener} type="button" class="button" onClick={() => fetchDetails().then(setDetails)}>
            {t("footer.copyDetails")}
          </button>
        )}
      </div>
      {failed && (
        <p role="alert" class="alert">
          {t("crash.notRepaired")}
        </p>
      )}
      {details && <details.DetailsView onClose={() => setDetails(null)} />}
    </main>
  );
}
