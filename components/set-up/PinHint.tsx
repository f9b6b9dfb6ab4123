import { useEffect, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { isOnToolbar } from "../../utils/pages/on-toolbar.ts";

/** Where the browser hides new extensions in a menu: nobody sees a badge there. */
export function PinHint() {
  const [pinned, setPinned] = useState(true);
  useEffect(() => {
    isOnToolbar().then(setPinned);
  }, []);
  return pinned ? null : <p class="hint muted small">{t("setUp.pinHint")}</p>;
}
