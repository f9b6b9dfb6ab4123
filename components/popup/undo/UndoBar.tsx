import { t } from "../../../utils/copy/i18n.ts";
import { useFollowed } from "../actions/use-followed.ts";
import { followUndo, holdUndo, offerUndo, undoOffer } from "./offer.ts";
import "./undo.css";

/** What was just done, and `Undo`, over the list for some seconds. It is spoken where all that was done is. */
export function UndoBar() {
  useFollowed(followUndo, "");
  const offer = undoOffer();
  if (!offer) return null;
  return (
    <div class="undo" onFocusIn={holdUndo} onPointerEnter={holdUndo} onPointerLeave={() => offerUndo(offer)}>
      <p>{offer.sentence}</p>
      <button
        type="button"
        class="button"
        aria-label={t("list.about", [t("action.undo"), offer.sentence])}
        onClick={() => {
          offerUndo(null);
          offer.undo();
        }}
      >
        {t("action.undo")}
      </button>
    </div>
  );
}
