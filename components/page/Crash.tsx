import { useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { send } from "../../utils/messaging/send.ts";
import type { Unreadable } from "../../utils/screen/stored.ts";
import { BusyButton } from "../common/BusyButton.tsx";
import { useReturnedFocus } from "../common/focus.ts";
import { LazyPart, lazy } from "../common/lazy.tsx";

/** Seldom wanted, so it is not among what every page has to load. */
const detailsPart = lazy(() => import("../details/DetailsView.tsx"));

/** Instead of a page that can't be drawn: what happened, and a way out. */
export function Crash({ unreadable }: { unreadable: Unreadable }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [isInDetails, setInDetails] = useState(false);
  const opener = useReturnedFocus<HTMLButtonElement>(isInDetails);

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
        {!isInDetails && (
          <button ref={opener} type="button" class="button" onClick={() => setInDetails(true)}>
            {t("footer.copyDetails")}
          </button>
        )}
      </div>
      {failed && (
        <p role="alert" class="alert">
          {t("crash.notRepaired")}
        </p>
      )}
      {isInDetails && (
        <LazyPart
          part={detailsPart}
          draw={({ DetailsView }) => <DetailsView onClose={() => setInDetails(false)} />}
        />
      )}
    </main>
  );
}
