import { useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { useReturnedFocus } from "../common/focus.ts";
import { LazyPart, lazy } from "../common/lazy.tsx";
import { Row } from "./Row.tsx";

const detailsPart = lazy(() => import("../details/DetailsView.tsx"));

/** What a bug report needs, shown before it is copied. */
export function Diagnostics() {
  const [isOpen, setOpen] = useState(false);
  const opener = useReturnedFocus<HTMLButtonElement>(isOpen);
  if (isOpen) {
    return (
      <div class="opened-row">
        <LazyPart
          part={detailsPart}
          draw={({ DetailsView }) => <DetailsView onClose={() => setOpen(false)} />}
        />
      </div>
    );
  }
  return (
    <Row name={t("options.diagnostics")} hint={t("options.diagnosticsHint")}>
      <button ref={opener} type="button" class="button" onClick={() => setOpen(true)}>
        {t("options.copyDetails")}
      </button>
    </Row>
  );
}
