import { useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { useReturnedFocus } from "../common/focus.ts";
import { LazyPart, lazy } from "../common/lazy.tsx";
import { Section } from "./Section.tsx";

const detailsPart = lazy(() => import("../details/DetailsView.tsx"));

/** What a bug report needs, shown before it is copied. */
export function DiagnosticsSection() {
  const [isOpen, setOpen] = useState(false);
  const opener = useReturnedFocus<HTMLButtonElement>(isOpen);
  return (
    <Section heading={t("options.diagnostics")}>
      {isOpen ? (
        <LazyPart
          part={detailsPart}
          draw={({ DetailsView }) => <DetailsView onClose={() => setOpen(false)} />}
        />
      ) : (
        <>
          <p class="muted small">{t("options.diagnosticsHint")}</p>
          <div class="buttons">
            <button ref={opener} type="button" class="button" onClick={() => setOpen(true)}>
              {t("options.copyDetails")}
            </button>
          </div>
        </>
      )}
    </Section>
  );
}
