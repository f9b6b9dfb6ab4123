import { useEffect, useRef } from "preact/hooks";
import { t } from "../../utils/words.ts";
import { detailsPart } from "./later-parts.ts";

/** What a bug report needs, in place of the overview. */
export function Details({ onClose }: { onClose: () => void }) {
  const DetailsView = detailsPart.useLoaded()?.DetailsView;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (DetailsView && !main.current?.contains(document.activeElement)) main.current?.focus();
  }, [DetailsView]);
  return (
    <main ref={main} class="details-page" tabIndex={-1}>
      <h1 class="heard">{t("footer.copyDetails")}</h1>
      {DetailsView && <DetailsView onClose={onClose} />}
    </main>
  );
}
