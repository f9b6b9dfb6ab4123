import { t } from "../../../utils/copy/i18n.ts";
import { IN_LIST } from "../../../utils/screen/problems/fix.ts";
import { onActionBegun, requestAction } from "../actions/pending-actions.ts";
import { accountsNow } from "../actions/use-followed.ts";
import { offerUndo } from "./offer.ts";
import { undoOf } from "./undo-of.ts";

/** Offers to take back each action that can be, once it is done. What was taken back is not offered again. */
export function offerAfterActions(): void {
  onActionBegun((message) => {
    offerUndo(null);
    const state = accountsNow().find(({ account }) => account.id === message.accountId)?.state;
    const undo = state && !takingBack.has(message) ? undoOf(message, state) : null;
    return (sentence) => {
      if (!undo) return;
      offerUndo({
        sentence,
        undo: () => {
          takingBack.add(undo);
          requestAction(undo, IN_LIST, t("action.undone"));
        },
      });
    };
  });
}

/** Messages that take something back. */
const takingBack = new WeakSet<object>();
