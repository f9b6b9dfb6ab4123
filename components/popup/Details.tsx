import { useEffect, useRef } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { DetailsView } from "../details/DetailsView.tsx";
import "./details.css";

/** What a bug report needs, in place of the overview. */
export function Details({ onClose }: { onClose: () => void }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (!main.current?.contains(document.activeElement)) main.current?.focus();
  }, []);
  return (
    <main ref={main} class="details-page" tabIndex={-1}>
      <h1 class="visually-hidden">{t("footer.copyDetails")}</h1>
      <DetailsView onClose={onClose} />
    </main>
  );
}
